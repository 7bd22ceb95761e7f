"""Shops: what the button says that puts a thing for sale into a basket, in many languages."""

import re

from newscrawl.extract.vocabulary.matching import any_of

_TO_BASKET = (
    "add to cart", "add to basket", "add to bag", "buy now", "in den warenkorb", "in den einkaufswagen", "jetzt kaufen",
    "ajouter au panier", "acheter maintenant", "añadir al carrito", "añadir a la cesta", "agregar al carrito",
    "añadir al carro", "comprar ahora", "afegeix a la cistella", "afegir a la cistella", "aggiungi al carrello",
    "adicionar ao carrinho", "adicionar ao cesto", "comprar agora", "in winkelwagen", "in winkelmand",
    "in mijn winkelwagen", "toevoegen aan winkelwagen", "toevoegen aan winkelmand", "dodaj do koszyka", "do koszyka",
    "přidat do košíku", "vložit do košíku", "do košíku", "pridať do košíka", "vložiť do košíka", "do košíka",
    "lägg i varukorgen", "lägg i varukorg", "lägg i kundvagn", "læg i kurv", "læg i kurven", "tilføj til kurv",
    "legg i handlekurv", "legg i handlekurven", "lisää ostoskoriin", "lisää koriin", "setja í körfu", "lisa ostukorvi",
    "pievienot grozam", "įdėti į krepšelį", "į krepšelį", "kosárba", "kosárba teszem", "adaugă în coș", "adauga in cos",
    "sepete ekle", "dodaj u košaricu", "dodaj u korpu", "dodaj v košarico", "додај во кошничка", "в корзину",
    "добавить в корзину", "у кошик", "додати в кошик", "до кошика", "добави в количката", "в количката",
    "προσθήκη στο καλάθι", "στο καλάθι", "أضف إلى السلة", "أضف للسلة", "إضافة إلى السلة", "הוסף לסל",
    "הוספה לסל", "افزودن به سبد خرید", "कार्ट में डालें", "カートに入れる", "カゴに入れる", "장바구니", "장바구니 담기",
    "장바구니에 담기", "加入购物车", "加入購物車", "立即购买", "thêm vào giỏ hàng", "thêm vào giỏ",
    "tambah ke keranjang", "masukkan keranjang", "tambah ke troli", "เพิ่มลงตะกร้า", "หยิบใส่ตะกร้า",
)  # fmt: skip

LONGEST = 40
"""Characters of such a button."""

_BUTTON = re.compile(rf"\W*(?:{any_of(_TO_BASKET)})\W*")


def puts_into_basket(label: str) -> bool:
    """Whether a button's label says that it puts a thing into a basket."""
    return len(label) <= LONGEST and _BUTTON.fullmatch(label.lower()) is not None

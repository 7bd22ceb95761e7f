# ruff: noqa: E501 - one case a line reads better than a wrapped one
"""Hostile and ordinary posts, made for newscrawl: what a page may hold that a generator or a browser would act on.

Each body is a pair: the HTML as it comes from a page, and the HTML that readers must get (None: the same). Titles stand
apart. A canary is a file with a secret text, placed where template languages look for files; no page may show it.
"""

from html import escape

CANARY = "canary-7f3a-secret"

TEMPLATE_CODE = [
    "{{ 7*7 }}",
    "{{7*7}}",
    "{{ 'a' | upper }}",
    "{{ site.secret }}",
    "{{ site | jsonify }}",
    "{{ config.secret }}",
    "{{ config | dump }}",
    "{{ page.content }}",
    "{{ .Site.Params.secret }}",
    "{{ range.constructor(\"return process.mainModule.require('child_process').execSync('touch RAN-A')\")() }}",
    '{{ cycler.constructor(\'return global.process.mainModule.require("fs").writeFileSync("RAN-B","x")\')() }}',
    "{{ ''.constructor.constructor('return process')().mainModule.require('child_process').execSync('touch RAN-C') }}",
    "{% set x = cycler.__init__.__globals__.os.popen('touch RAN-D').read() %}{{ x }}",
    "{% include canary.txt %}",
    "{% include 'canary.txt' %}",
    '{% include "../canary.txt" %}',
    "{% include_relative canary.txt %}",
    "{% include_relative ../canary.txt %}",
    "{% include_code ../../../../etc/hostname %}",
    "{% include_code canary.txt %}",
    "{% asset_img canary.txt %}",
    "{% raw %}{{ x }}{% endraw %}",
    "{% endraw %}",
    "{% raw %}",
    "{% unknown_tag a b %}",
    "{% post_link nothing-there %}",
    "{% if true %}yes{% endif %}",
    "{% if %}",
    "{% for i in (1..999) %}x{% endfor %}",
    "{% block content %}",
    "{% extends 'layout' %}",
    "{% comment %}gone{% endcomment %}",
    "{% highlight ruby %}puts 1{% endhighlight %}",
    "{% youtube x %}",
    "{%- assign a = 1 -%}",
    "{% filter upper %}a{% endfilter %}",
    "{{",
    "}}",
    "{%",
    "%}",
    "{# gone #}",
    "{#",
    "{{{ triple }}}",
    "{{{{ four }}}}",
    "{{< param secret >}}",
    "{{< unknown >}}",
    "{{% unknown %}}",
    '{{< ref "nothing.md" >}}',
    '{{< readfile file="canary.txt" >}}',
    "{{< gist a b >}}",
    "{{</* note */>}}",
    '{{ readFile "canary.txt" }}',
    "{{ f(x=1) }}",
    "{% f() %}{% end %}",
    '{{ load_data(path="canary.txt") }}',
    "{attach}canary.txt",
    "{static}../canary.txt",
    "{filename}canary.md",
    "|attach|canary.txt",
    "{tag}x {category}y {author}z",
    "<% process.exit(1) %>",
    "<%= 7*7 %>",
    "<%- include('canary.txt') %>",
    "<% tp.file.include('[[canary]]') %>",
    "${7*7} #{7*7} @{7*7}",
    "`=7*7` `$= dv.io.load('canary.txt')`",
    "import fs from 'fs'; export const x = fs.readFileSync('canary.txt')",
    "{process.env.PATH} {fs.readFileSync('canary.txt')}",
    '<?php echo 1 ?> <?xml version="1.0"?>',
    "<!--swig\ufffc0-->",
    "<!--swig￼12--> and ￼",
    "HAHAHUGOSHORTCODE0s0HBHB",
    "HUGOMORE42 <!--HUGOMORE42-->",
    "__hdeferred/d1 __d= __h_pp_l1_0_1__e=",
    '__ASTRO_IMAGE_="x" @@ZOLA_SC_PLACEHOLDER@@',
    "&#123% include canary.txt %&#125 &copy; &copy",
    "<!-- more -->",
    "<!--more-->",
    "<!-- excerpt --> <!-- truncate --> <!-- Summary -->",
    "[[_TOC_]] [TOC] {:toc}",
    '{: .class #id onclick="x"}',
    '{::options parse_block_html="true" /}',
    "{::nomarkdown}<b>x</b>{:/}",
    "!!js/function 'return 1' !!python/object:os.system !ruby/object:Gem",
    "$& $1 $` $' \\1 \\0 \\g<0>",
    "%s %d %(x)s %{x} {0} {x!r}",
    "\\{\\{ x \\}\\} \\\\ \\n \\u0041",
    "&#123;&#123; 7*7 &#125;&#125; &lbrace;&lbrace;",
    "&amp;amp; &lt;b&gt; &quot; &nbsp; &notanentity; &#x41;",
    "@[toc](x) :::warning :smile: ==mark== ~sub~ ^sup^ [^1] *[HTML]: x",
    "$$\\int_0^1$$ \\(x\\) \\[y\\] $x$",
]
"""Text that some template language or preprocessor acts on."""

MARKDOWN = [
    "*a* _b_ **c** __d__ ~~e~~ `f` ``g``",
    "# heading",
    "Setext\n======",
    "Setext\n------",
    "- list\n- list",
    "1. list\n2. list",
    "> quote",
    "    indented code",
    "\tindented by a tab",
    "```\nfence\n```",
    "~~~ruby\nfence\n~~~",
    "---",
    "***",
    "+++\ntitle = 'x'\n+++",
    "---\ntitle: other\n---\nbody",
    "a | b\n--|--\n1 | 2",
    "[link](javascript:alert(1)) ![img](x) [ref][1]\n\n[1]: http://example.com",
    "<http://example.com> http://example.com www.example.com a@b.example",
    "line  \nbreak \\\nbreak",
    "first\n\n\nsecond\n\n    third",
    "Term\n: definition",
    "- [ ] task\n- [x] task",
    "(c) (tm) ... -- --- \"quotes\" 'single' 1/2 << >>",
    "\u2028line\u2029paragraph\u200bzero\u200dwidth\ufeffbom",
    "\u202eright to left\u202c \u2066isolate\u2069",
    "Zalgo z̷̢a̸l̴g̵o̶ é e\u0301 ﬁ ㍿ 🇨🇳👩‍👩‍👧‍👦 𠮷 \U0001f600",
]
"""Text that Markdown would turn into something else."""

STRINGS = TEMPLATE_CODE + MARKDOWN


def forms(text: str) -> str:
    """`text` in every place where a body can have text: elements, verbatim ones, and attributes."""
    t, v = escape(text, quote=False), escape(text)
    address = escape(f"https://example.com/{text}".replace("\n", "").replace("\t", "").rstrip())
    return (
        f"<p>{t}</p><pre>{t}</pre><pre><code>{t}</code></pre><ul><li>{t}</li></ul><blockquote><p>a</p><p>{t}</p></blockquote>"
        f'<h2>{t}</h2><p><a href="{address}" title="{v}">{t}</a> and <code>{t}</code></p>'
        f'<figure><img src="https://example.com/a.jpg" alt="{v}" title="{v}"><figcaption>{t}</figcaption></figure>'
        f"<table><tbody><tr><td>{t}</td></tr></tbody></table>"
    )


STRUCTURES: list[tuple[str, str | None]] = [
    # What a page may hold and readers must get as it is.
    ("<p>one</p><p>two</p>", None),
    ("text first<p>then a paragraph</p>text last", None),
    ("<b>inline first</b> and text", None),
    ('<a href="https://example.com/">link first</a><p>x</p>', None),
    ('<img src="https://example.com/a.jpg" alt=""><p>image first</p>', None),
    ("<p>a<br>b<br><br>c</p>", None),
    ("<p></p><p> </p><p>\u00a0</p><p>x</p>", None),
    ("<pre>\n\nblank lines first</pre>", None),
    ("<pre>  two\n\n\n    four\n\ttab</pre>", None),
    ('<pre><code class="language-js">if (a &lt; b) {\n\n  return `${x}`;\n}</code></pre>', None),
    ('<ul><li>a<ul><li>b<ol start="3"><li>c</li></ol></li></ul></li></ul>', None),
    ('<ol reversed type="i"><li value="7">a</li></ol>', None),
    ("<dl><dt>t</dt><dd>d</dd><dd><p>e</p></dd></dl>", None),
    (
        '<table><caption>c</caption><thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td colspan="2">x</td>'
        "</tr></tbody></table>",
        None,
    ),
    ("<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>", None),
    ("<details open><summary>s</summary><p>x</p></details>", None),
    ("<p>H<sub>2</sub>O x<sup>2</sup> <mark>m</mark> <kbd>k</kbd> <ruby>漢<rt>kan</rt></ruby> <q>q</q></p>", None),
    ("<p><b><i><u><s><small>deep</small></s></u></i></b></p>", None),
    ("<b><p>bold paragraph</p></b>", None),
    ('<p dir="rtl" lang="ar">نص عربي</p>', None),
    ("<h1>one</h1><h2>two</h2><h3>three</h3><h4>four</h4><h5>five</h5><h6>six</h6><hr>", None),
    ('<p><time datetime="2021-12-09">9 Dec</time> <abbr title="a &quot;b&quot;">c</abbr></p>', None),
    (
        '<figure id="attachment_1" aria-describedby="caption-attachment-1" style="width:770px" '
        'class="wp-caption aligncenter"><img loading="lazy" class="size-full wp-image-1" '
        'src="https://example.com/a.jpg?w=770&amp;resize=770%2C433" alt="" data-recalc-dims="1"><figcaption '
        'id="caption-attachment-1" class="wp-caption-text">c</figcaption></figure>',
        None,
    ),
    (
        '<p><img src="https://example.com/a.jpg" srcset="https://example.com/a.jpg 1x, https://example.com/b.jpg 2x" '
        'sizes="(max-width: 600px) 100vw, 600px" alt="a" width="6" height="4"></p>',
        None,
    ),
    (
        '<p><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" alt="dot"></p>',
        None,
    ),
    ('<p><a href="mailto:a@example.com">mail</a> <a href="tel:+123">call</a></p>', None),
    ('<p><a href="https://example.com/?a=1&amp;b=2#c">query</a></p>', None),
    ('<p><a href="https://example.com/" title="href=x onmouseover=alert(1) y">filter</a></p>', None),
    ('<p><a title="href=&quot;x&quot; onclick=alert(1)" href="https://example.com/">filter</a></p>', None),
    ('<p><a href="https://example.com/">a &lt;b href="x"&gt; c</a></p>', None),
    ("<div><div><div><p>nested</p></div></div></div>", None),
    ("<div>text in a div</div>text after<div>text in a div</div>", None),
    ("<section><h2>s</h2><p>p</p></section>", None),
    ("<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;/div&gt; &lt;!-- &lt;plaintext&gt;</p>", None),
    ("<p>---</p><p>+++</p><p>***</p>", None),
    ("<b>a</b> <i>b</i> <u>c</u>", None),
    ("<p><b>a</b><b>b</b><i>c</i><em>d</em>e</p>", None),
    ('<a href="https://example.com/"><p>a</p><p>b</p></a><b><ul><li>c</li></ul></b><del><p>d</p></del>', None),
    ("<pre>a<pre>\n\nb</pre>\n\n<p>c</p>\n\nd</pre><p>e</p>", None),
    ("<pre><code>\n\na</code>\n<div>b</div>\nc</pre>", None),
    ('<p><img alt="a src=" title="b" src="https://example.com/a.jpg"></p>', None),
    ('<p><a href="https://example.com/ title=" title="href=&quot;https://example.org/&quot;">a</a></p>', None),
    ("<p>\u0338a</p><p>{<b></b>{ 7*7 }}</p><p>{\u200b{ 7*7 }\u200b}</p>", None),
    ("<p>\u3000\u3000中文缩进</p>\u2028<p>\ufeffmark</p>", None),
    ('<img src="https://example.com/a.jpg" alt="{a}"><blockquote><p>q</p></blockquote><h3></h3><p>x</p>', None),
    ("<p>" + "长" * 3000 + "</p>", None),
    ("<p>" + "word " * 3000 + "</p>", None),
    # What must go, and how.
    ("<p>a</p><script>alert(1)</script><p>b</p>", "<p>a</p><p>b</p>"),
    ("<p>a</p><style>p{display:none}</style><p>b</p>", "<p>a</p><p>b</p>"),
    ('<p onclick="alert(1)" style="position:fixed;width:10px">a</p>', '<p style="width:10px">a</p>'),
    ("</div></article></body></html><p>a</p>", "<p>a</p>"),
    ("<p>a</p></div></div></div><p>b</p>", "<p>a</p><p>b</p>"),
    ("<div><div><p>unclosed <b>all <i>over", "<div><div><p>unclosed <b>all <i>over</i></b></p></div></div>"),
    ("<p>a<!-- b --> c</p><!-- open <p>hidden</p>", "<p>a c</p>"),
    ("<p>a</p><plaintext><p>b</p>", "<p>a</p>&lt;p&gt;b&lt;/p&gt;"),
    ("<p>a</p><textarea><p>b</p>", "<p>a</p>"),
    ("<p>a</p><title><p>b</p>", "<p>a</p>"),
    ("<p>a</p><xmp><p>b</p></xmp>", "<p>a</p>&lt;p&gt;b&lt;/p&gt;"),
    ("<p>a</p><select><option>b</select><p>c</p>", "<p>a</p><p>c</p>"),
    ("<p>a</p><table><tr><td>b", "<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table>"),
    ("<table>c<tr><td>b</td></tr></table>", "c<table><tbody><tr><td>b</td></tr></tbody></table>"),
    ("<p>a<p>b<div>c<p>d</div>e", "<p>a</p><p>b</p><div>c<p>d</p></div>e"),
    ("<form action=x><p>a</p><input><button>b</button></form>", "<div><p>a</p></div>"),
    (
        '<p>a</p><iframe src="https://video.example/e"></iframe><p>b</p>',
        '<p>a</p><p><a href="https://video.example/e">https://video.example/e</a></p><p>b</p>',
    ),
    (
        '<iframe src="https://video.example/e" title="A {{ film }}"></iframe>',
        '<p><a href="https://video.example/e">A {{ film }}</a></p>',
    ),
    (
        '<p>a</p><object data=x><p>b</p></object><embed src="https://video.example/f">',
        '<p>a</p><p>b</p><p><a href="https://video.example/f">https://video.example/f</a></p>',
    ),
    ("<base href=//evil.example><meta http-equiv=refresh content=0><link rel=stylesheet href=x><p>a</p>", "<p>a</p>"),
    ("<svg><script>1</script><text>t</text></svg><math><mi>x</mi></math><p>a</p>", "<p>a</p>"),
    (
        '<p><a href="javascript:alert(1)">a</a><a href="vbscript:x">b</a><a href="data:text/html,x">c</a></p>',
        "<p><a>a</a><a>b</a><a>c</a></p>",
    ),
    ('<p><img src="javascript:alert(1)"><img src="data:image/svg+xml,x"><img alt="none">a</p>', "<p>a</p>"),
    (
        '<p id="header">a</p><p id="fn1">b</p><a href="#fn1">c</a><a name="old">d</a>',
        '<p id="article-header">a</p><p id="article-fn1">b</p><a href="#article-fn1">c</a><a id="article-old">d</a>',
    ),
    ('<p class="modal active wp-caption-text">a</p>', '<p class="wp-caption-text">a</p>'),
    (
        '<p><a href="/news/x">a</a> <a href="//cdn.example/y">b</a> <img src="../i.png" alt="c"></p>',
        '<p><a href="https://example.com/news/x">a</a> <a href="https://cdn.example/y">b</a> '
        '<img src="https://example.com/i.png" alt="c"></p>',
    ),
    (
        "<article>a</article><main>b</main><center>c</center><nav>d</nav>",
        "<div>a</div><div>b</div><div>c</div><div>d</div>",
    ),
    ("<p>a\x00b\x01c\x0bd\x1be\x7ff\x85g\ufffeh\ufdd0i</p>", "<p>abcdefghi</p>"),
    ("<p>a&#0;b&#1;c&#x7f;d&#xfffe;</p>", "<p>a\ufffdbcd</p>"),
    ("<p>a\r\nb\rc</p><pre>a\r\nb\rc</pre>", "<p>a\nb\nc</p><pre>a\nb\nc</pre>"),
    ('<p markdown="1">*a*</p><div markdown="block">\n\n# b\n\n</div>', "<p>*a*</p><div>\n\n# b\n\n</div>"),
    (
        '<video src="https://example.com/v.mp4" autoplay onplay=x></video>',
        '<video src="https://example.com/v.mp4" controls="" preload="none"></video>',
    ),
    ("<noscript><img src=x></noscript><template><p>x</p></template><p>a</p>", "<p>a</p>"),
    (
        "<a href=https://example.com/1>a<a href=https://example.com/2>b</a></a>",
        '<a href="https://example.com/1">a</a><a href="https://example.com/2">b</a>',
    ),
    ("", ""),
]

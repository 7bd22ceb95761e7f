"""Packing: a record as the archive keeps it: JSON, with the keys and marks that every record has left out of the bytes.

zlib with a preset dictionary. A record that was packed without one is unpacked all the same.
"""

import json
import zlib
from collections.abc import Mapping
from typing import Any

# Released records are read with it: never changed. What is most frequent stands last, where it costs the fewest bits.
DICTIONARY = (
    b"<blockquote>\\n<p></blockquote>\\n<table>\\n<tbody>\\n<tr>\\n<td></td>\\n<th></th>\\n</tr>\\n</tbody>\\n</table>"
    b'<ul>\\n<li></li>\\n</ul>\\n<ol>\\n</ol>\\n<h3></h3>\\n<h2></h2>\\n<video controls=\\"\\" src=\\"https://'
    b'<figure>\\n<img src=\\"https://www. alt=\\"\\" width=\\"1200\\" height=\\"800\\" loading=\\"lazy\\" '
    b'referrerpolicy=\\"no-referrer\\">\\n<figcaption></figcaption>\\n</figure>\\n'
    b'<a href=\\"https://www.\\" rel=\\"noopener nofollow\\"></a><strong></strong><em></em><br></p>\\n<p>'
    b'.jpeg.png.webp.jpg?w=1200&amp;quality=80","image_caption":"","image_credit":"Getty ImagesReutersAFP/AP Photo'
    b'{"schema":1,"url":"https://www..com/news/2026/","title":"","published":"2026-01-01T00:00:00+00:00",'
    b'"published_precision":"day","published_precision":"second","updated":"2026-","updated":null,"authors":[],'
    b'"categories":["News"],"section":"World","tags":[],"language":"en-US","language":"en","description":"",'
    b'"image":"https://","image_caption":"","image_credit":"","image_alt":"","body":"<p>","text":"","site":"",'
    b'"publisher":"","site_id":"","access":"full","next_page":"","retrieved":"2026-01-01T00:00:00+00:00"}'
)


def pack(record: Mapping[str, Any]) -> bytes:
    """A record in few bytes. `record`: what `json.dumps` takes."""
    data = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    packer = zlib.compressobj(zdict=DICTIONARY)
    return packer.compress(data) + packer.flush()


def unpack(packed: bytes) -> dict[str, Any]:
    """What was packed."""
    data = zlib.decompressobj(zdict=DICTIONARY).decompress(packed)
    record: dict[str, Any] = json.loads(data.decode("utf-8", "surrogatepass"))
    return record

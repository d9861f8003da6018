"""How a page looks on the screen and on paper: the layout of official documents, as far as a browser has it.

The mark stands above the text, and in the margin of every page where the browser prints margins.
"""

STYLE = """
:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0; background: #fff; color: #111; overflow-wrap: anywhere;
  font: 16pt/28.95pt 仿宋_GB2312, FangSong_GB2312, 仿宋, FangSong, STFangsong, "Noto Serif CJK SC", serif }
main { max-width: 156mm; margin: 0 auto; padding: 10mm 0 }
h1 { margin: 0 0 28.95pt; text-align: center; text-wrap: balance;
  font: 22pt/34pt 方正小标宋简体, FZXiaoBiaoSong-B05S, 宋体, SimSun, "Noto Serif CJK SC", serif }
h2 { margin: 0; text-indent: 2em; font: 16pt/28.95pt 黑体, SimHei, "Noto Sans CJK SC", sans-serif }
h3 { margin: 0; text-indent: 2em;
  font: 16pt/28.95pt 楷体_GB2312, KaiTi_GB2312, 楷体, KaiTi, STKaiti, "Noto Serif CJK SC", serif }
p { margin: 0; text-indent: 2em; text-align: justify }
p.to { text-indent: 0 }
p.signed { text-align: right; text-indent: 0; padding-right: 2em }
p:not(.signed) + p.signed { margin-top: 28.95pt }
a { color: #0b3d91 }
a::after { content: "（" attr(href) "）" }
table { width: 100%; margin: 6pt 0 12pt; border-collapse: collapse; font-size: 10.5pt; line-height: 15pt }
th, td { padding: 2pt 3pt; border: 0.5pt solid #111; text-align: left; vertical-align: top; font-weight: normal }
thead th { background: #f0f0f0; text-align: center; vertical-align: middle; white-space: normal;
  font-family: 黑体, SimHei, "Noto Sans CJK SC", sans-serif }
tbody th { overflow-wrap: break-word }
td.right { text-align: right }
td.center { text-align: center }
header.mark { padding: 3mm; border-bottom: 0.5pt solid #a00000; color: #a00000; text-align: center;
  font: 12pt/1.4 黑体, SimHei, "Noto Sans CJK SC", sans-serif }
@media print {
  main { max-width: none; padding: 0 }
  h1, h2, h3 { break-after: avoid }
  p { orphans: 2; widows: 2 }
  p.signed { break-before: avoid }
  thead { display: table-header-group }
  tr { break-inside: avoid }
}
"""
_PAPER = """
@page {{ size: A4{turned}; margin: {margins};
  @top-center {{ content: "{mark}"; color: #a00000; font: 12pt 黑体, SimHei, "Noto Sans CJK SC", sans-serif }} }}
@page :right {{
  @bottom-right {{ content: "— " counter(page) " —"; padding-right: 14pt; font: 14pt 宋体, SimSun, serif }} }}
@page :left {{
  @bottom-left {{ content: "— " counter(page) " —"; padding-left: 14pt; font: 14pt 宋体, SimSun, serif }} }}
"""
_WIDE = """
@media screen { main { max-width: none; padding: 6mm } }
table { font-size: 9pt; line-height: 12pt }
"""


def sheet(mark: str, *, landscape: bool) -> str:
    """The style of a document; its mark stands in the margin of every page."""
    margins = "28mm 20mm 22mm" if landscape else "37mm 26mm 35mm 28mm"
    paper = _PAPER.format(turned=" landscape" if landscape else "", margins=margins, mark=mark)
    return STYLE + paper + (_WIDE if landscape else "")

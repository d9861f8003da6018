"""Fonts by what they are for, as different systems have them."""

from collections.abc import Mapping

from msgspec import Struct


class Fonts(Struct, frozen=True):
    """The font of each part of an official document."""

    title: str
    body: str
    """仿宋"""
    second: str
    """Of headings such as （一）: 楷体."""
    first: str
    """Of headings such as 一、: 黑体."""
    pages: str
    """Of page numbers: 宋体."""


PROFILES: Mapping[str, Fonts] = {
    "gb2312": Fonts("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"),
    "windows": Fonts("华文中宋", "仿宋", "楷体", "黑体", "宋体"),
    "wps": Fonts("方正小标宋_GBK", "方正仿宋_GBK", "方正楷体_GBK", "方正黑体_GBK", "方正书宋_GBK"),
    "fandol": Fonts("FandolSong", "FandolFang R", "FandolKai", "FandolHei", "FandolSong"),
}
"""Those of GB2312 are what the offices have; they lack rare characters of names, such as 堃 and 䶮."""

"""The report in a browser: filters, search, values on hover, text that would be code. Run by `nox -s browser`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import ruspolnews

pytest.importorskip("jinja2")
pytest.importorskip("selenium")
if not (shutil.which("chromium") and shutil.which("chromedriver")):
    pytest.skip("needs chromium and chromedriver", allow_module_level=True)

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from ruspolnews.export.html import report

TEXTS = [
    "«Мост откроют», — сказал Илья Зорич. Анна Лужина заявила, что на него дадут 5 млн рублей.",
    "«<script>document.title='зло'</script>», — сказал Пётр \"Молот\" Ершов. По словам Ершова, мост закрыт.",
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    file: Path = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(report((f"n{n}", ruspolnews.parse(text)) for n, text in enumerate(TEXTS)), "utf-8")
    options = webdriver.ChromeOptions()
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    driver.get(file.as_uri())
    yield driver
    driver.quit()


def hits(page: Any) -> list[str]:
    return [mark.text for mark in page.find_elements(By.CSS_SELECTOR, "mark.hit")]


def choose(page: Any, field: str, value: str) -> None:
    Select(page.find_element(By.ID, field)).select_by_value(value)


def test_a_speaker_is_picked_out(page: Any) -> None:
    choose(page, "speaker", "Илья Зорич")
    assert hits(page) == ["Мост откроют"]
    assert page.find_element(By.ID, "count").text == "1"
    found = page.find_elements(By.CSS_SELECTOR, ".found li")
    assert [item.text for item in found] == ["Илья Зорич — Мост откроют"]
    choose(page, "speaker", "")
    assert hits(page) == []


def test_a_kind_is_picked_out(page: Any) -> None:
    choose(page, "kind", "indirect")
    assert "мост закрыт" in hits(page)
    assert "Мост откроют" not in hits(page)
    choose(page, "kind", "")


def test_words_are_searched_whatever_their_case(page: Any) -> None:
    search = page.find_element(By.ID, "search")
    search.send_keys("МОСТ")
    assert hits(page) == ["Мост откроют", "мост закрыт"]
    search.clear()
    search.send_keys(" ")


def test_an_amount_tells_its_value(page: Any) -> None:
    figure = page.find_element(By.CSS_SELECTOR, ".figure")
    assert figure.text == "5 млн рублей"
    assert "5" in figure.get_attribute("title")
    assert figure.get_attribute("tabindex") == "0"


def test_a_text_stays_a_text(page: Any) -> None:
    assert page.title == "Кто что сказал"
    assert "<script>document.title" in page.find_element(By.ID, "a1").text

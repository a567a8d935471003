"""A browser for tests of pages: nothing it is asked to fetch leaves, and whatever goes wrong in a page is written down.

Two fixtures, known to every test (``pytest_plugins`` in conftest.py):

``browser``
    one headless Chromium for all tests of a process; without one (or without Playwright) the tests are skipped, saying so.
``open_page``
    ``page = open_page(file, "#/place/330105", width=390)`` opens a file from disk as a double click would and gives
    Playwright's page. ``page.problems`` lists what must not be: each request for anything but files of the page's own
    folder (it is refused), each error in the console (a breach of the Content-Security-Policy is one), each exception,
    dialog and further window. Pages are closed when the test ends.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

#: Where tests put pictures of pages to be looked at; not in the repository.
SCREENSHOTS = Path(__file__).parent / "screenshots"
#: Viewports that every page must suit: a desk, a tablet upright, a phone.
SIZES = ((1440, 900), (820, 1180), (390, 844))

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = ("--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND")
_HARMLESS = ("data:", "blob:", "about:")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Playwright's Browser: the machine's own Chromium, without a window."""
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no chromium here: that the pages work in a browser was not tested")
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pages were not tested in a browser"
    )
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """A function that opens a file: ``open_page(file, fragment, width=…, height=…, dark=…, script=…, **of_the_context)``.

    ``script`` runs before those of the page; anything else goes to Playwright's ``Browser.new_context``.
    """
    contexts = []

    def opened(
        file: Path,
        fragment: str = "",
        *,
        width: int = 1440,
        height: int = 900,
        dark: bool = False,
        script: str = "",
        **settings: Any,
    ) -> Any:
        settings = {"locale": "zh-CN", "service_workers": "block", "reduced_motion": "reduce"} | settings
        settings |= {"viewport": {"width": width, "height": height}, "color_scheme": "dark" if dark else "light"}
        context = browser.new_context(**settings)
        contexts.append(context)
        context.set_default_timeout(10_000)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.problems = []
        _guard(context, page, file.resolve().parent.as_uri() + "/")
        page.goto(file.resolve().as_uri() + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()


def _guard(context: Any, page: Any, folder: str) -> None:
    """Refuse every request that leaves the folder, and write down whatever should not happen."""

    def answer(route: Any) -> None:
        url = route.request.url
        if url.startswith((folder, *_HARMLESS)):
            route.continue_()
            return
        page.problems.append(f"request: {url}")
        route.abort()

    context.route("**/*", answer)
    context.route_web_socket("**/*", lambda socket: page.problems.append(f"socket: {socket.url}"))
    page.on("console", lambda said: said.type == "error" and page.problems.append(f"console: {said.text}"))
    page.on("pageerror", lambda error: page.problems.append(f"exception: {error}"))
    page.on("popup", lambda other: page.problems.append(f"window: {other.url}"))
    page.on("dialog", lambda dialog: (page.problems.append(f"dialog: {dialog.message}"), dialog.dismiss()))

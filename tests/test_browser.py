"""The browser of the tests sees what it is there to see: a page that does everything wrong is caught at each thing."""

BAD = """<!DOCTYPE html><meta charset="utf-8"><title>x</title><iframe src="beside.html"></iframe><img src="data:,x">
<img src="http://example.org/x.png"><img src="file:///etc/hostname">
<script>
  new WebSocket("ws://example.org/");
  fetch("https://example.org/beacon").catch(() => 0);
  alert("hello");
  console.error("said");
  setTimeout(() => { throw new Error("thrown"); });
  document.title = "done";
</script>"""


def test_requests_dialogs_errors_and_exceptions_are_recorded(open_page, tmp_path):
    (tmp_path / "beside.html").write_text("<p>a file of the same folder", encoding="utf-8")
    (tmp_path / "bad.html").write_text(BAD, encoding="utf-8")
    page = open_page(tmp_path / "bad.html")
    page.wait_for_function("document.title === 'done'")
    page.wait_for_timeout(50)
    said = {problem for problem in page.problems if not problem.startswith("console: Failed to load")}
    assert said == {
        "request: http://example.org/x.png", "request: file:///etc/hostname", "request: https://example.org/beacon",
        "socket: ws://example.org/", "dialog: hello", "console: said", "exception: thrown",
    }  # fmt: skip


def test_a_page_that_keeps_to_itself_has_no_problems(open_page, tmp_path):
    (tmp_path / "beside.html").write_text("<p>a file of the same folder", encoding="utf-8")
    (tmp_path / "good.html").write_text('<p>好</p><iframe src="beside.html"></iframe>', encoding="utf-8")
    page = open_page(tmp_path / "good.html", "#/a")
    assert page.evaluate("location.hash") == "#/a"
    assert page.problems == []

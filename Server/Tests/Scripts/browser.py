"""Drives the page in a real browser: `browser.py ADDRESS [FOLDER]` leaves screenshots in the folder.

Light and dark, three languages, Arabic from right to left, the keyboard alone, a dropped file, hostile text, narrow windows.
"""

import os
import pathlib
import sys
import tempfile

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

address = sys.argv[1]
folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp())
folder.mkdir(parents=True, exist_ok=True)


def check(holds, what):
    if not holds:
        sys.exit(f"browser: FAILED: {what}")
    print(f"browser: {what}")


class Page:
    """A window of the browser."""

    def __init__(self, scheme, width=1280, height=900):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-proxy-server"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        service = webdriver.chrome.service.Service("/usr/bin/chromedriver")
        self.driver = webdriver.Chrome(service=service, options=options)
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        self.driver.get(address)

    def wait(self, script, *arguments):
        """What a script gives as soon as it is true."""
        return WebDriverWait(self.driver, 60).until(lambda driver: driver.execute_script("return " + script, *arguments))

    def run(self, script, *arguments):
        return self.driver.execute_script("return " + script, *arguments)

    def press(self, *keys):
        self.driver.switch_to.active_element.send_keys(*keys)

    def click(self, selector):
        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def example(self, language):
        self.run("document.getElementById('status').textContent = ''")
        self.click(f"[data-example={language}]")
        self.wait(f"/ language {language}[ ,]/.test(document.getElementById('status').textContent)")

    def marks(self):
        """The texts and types of all marks."""
        return self.run(
            "[...document.querySelectorAll('article mark')].map(m => [m.firstChild.textContent, m.className])")

    def picture(self, name):
        self.driver.save_screenshot(str(folder / f"{name}.png"))

    def quit(self):
        """Ends the browser after seeing that nothing was refused and nobody else was spoken to."""
        faults = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
        check(not faults, f"nothing was logged as an error {faults or ''}")
        requests = [entry["message"] for entry in self.driver.get_log("performance")]
        asked = [line.split('"url":"')[1].split('"')[0] for line in requests if "Network.requestWillBeSent\"" in line]
        strangers = [url for url in asked if not url.startswith((address, "data:", "about:", "chrome"))]
        check(asked and not strangers, f"all {len(asked)} requests went to the server {strangers or ''}")
        self.driver.quit()


page = Page("light")
check(page.run("document.activeElement.id") == "text", "the text has the focus at first")
page.wait("document.querySelectorAll('#language option').length === 4")
check(page.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)", "the page is light")

page.example("vi")
marks = page.marks()
check(["bà", "TITLE"] in marks and ["Trần Thị Mai Lan", "PERSON"] in marks, "Vietnamese persons and titles are marked")
check({kind for _, kind in marks} >= {"TITLE", "PERSON", "ORG", "LOC", "DATE", "NUMBER"}, "all six types are marked")
text = page.run("document.getElementById('text').value")
plain = page.run(
    "[...document.querySelectorAll('article p')].map(p => [...p.childNodes].map(n => n.nodeName === 'MARK' ? "
    "n.firstChild.textContent : n.textContent).join('')).join('\\n')")
check(plain == text, "the marked text is the text")
relations = page.run("[...document.querySelectorAll('#relations tr')].map(r => [...r.cells].map(c => c.textContent))")
check(
    any(row[:3] == ["Trần Thị Mai Lan", "Phó Giám đốc", "Sở Y tế tỉnh Vĩnh Long"] for row in relations),
    "who holds what where is listed")
check(any(row[0] == "Nguyễn Hữu Phước" and row[3] == "former" for row in relations), "a former office is listed")
page.picture("light-vietnamese")

# The keyboard alone: from the text by Tab to the first mention, Enter, Escape, on to the next.
page.click("#text")
for _ in range(30):
    page.press(Keys.TAB)
    if page.run("document.activeElement.id") == "m1":
        break
check(page.run("document.activeElement.id") == "m1", "Tab reaches the first mention")
check(page.run("document.activeElement.getAttribute('aria-label')").startswith(marks[0][0]), "a mention has a name to be read out")
page.press(Keys.ENTER)
check(page.run("!document.getElementById('why').hidden"), "Enter shows why")
check("vi.date" in page.run("document.getElementById('reasons').textContent"), "the rule is named")
check(page.run("document.getElementById('m1').getAttribute('aria-expanded')") == "true", "the mention says that it is shown")
page.wait("document.getElementById('tried').dataset.ready")
check("answered" in page.run("document.getElementById('tried').textContent"), "what was tried is shown")
page.press(Keys.ESCAPE)
check(page.run("document.getElementById('why').hidden"), "Escape closes")
check(page.run("document.activeElement.id") == "m1", "the focus stays at the mention")
page.press(Keys.TAB)
check(page.run("document.activeElement.id") == "m2", "Tab goes on to the next mention")
page.press(Keys.SPACE)
check(page.run("!document.getElementById('why').hidden"), "the space bar shows why, too")

# The lexicon entries of a person, and whom a mention belongs to.
page.click("#relations tr button")
check("Lexicons/vi/persons.tsv:" in page.run("document.getElementById('reasons').textContent"), "entries are shown with their place")
check(page.run("document.querySelectorAll('article mark.akin').length") > 0, "what a mention belongs to is shown")
page.wait("document.getElementById('tried').dataset.ready")
page.picture("light-why")
page.press(Keys.ESCAPE)
page.click("#show-DATE")
check(page.run("document.querySelector('article mark.DATE').tabIndex") == -1, "a type can be hidden")
page.click("#show-DATE")

# English, with a language and a date.
page.example("en")
check(["Helen Porter", "PERSON"] in page.marks(), "an English person is marked")
page.run("document.getElementById('text').value = 'Ngày 27/2, ông Lê Văn Sáu nói.'")
page.run("document.getElementById('date').value = '2023-01-01'")
page.click("#run")
page.wait("document.getElementById('status').textContent.includes('2023-01-01')")
page.click("article mark")
check("2023-02-27" in page.run("document.getElementById('reasons').textContent"), "the date of the text completes dates")
page.press(Keys.ESCAPE)
page.run("document.getElementById('date').value = 'soon'")
page.run("document.getElementById('run').click()")
page.wait("document.getElementById('status').className === 'wrong'")
check("'date' is neither" in page.run("document.getElementById('status').textContent"), "what is wrong is told")
page.run("document.getElementById('date').value = ''")

# Text that would be markup is text.
hostile = "<img src=x onerror=\"document.title='broken'\"> ông Lê Văn Sáu </p><script>document.title='broken'</script> 😀 27/2/2024 \u202e"
page.run("document.getElementById('text').value = arguments[0]", hostile)
page.click("#run")
page.wait("document.querySelector('article').textContent.includes('onerror')")
check(page.run("document.title") == "vnextract", "markup in a text does nothing")
check(page.run("document.querySelectorAll('article img, article script').length") == 0, "markup in a text is shown as text")
check(["27/2/2024", "DATE"] in page.marks(), "offsets hold behind an emoji")

# A file that is chosen, and one that is dropped.
with tempfile.TemporaryDirectory() as place:
    file = os.path.join(place, "article.txt")
    pathlib.Path(file).write_text("\ufeffBà Nguyễn Thị Hoa đến Đà Nẵng ngày 3/5/2024.", encoding="utf-8")
    page.driver.find_element(By.ID, "file").send_keys(file)
    page.wait("document.getElementById('marked').textContent.includes('Đà Nẵng')")
check(["Nguyễn Thị Hoa", "PERSON"] in page.marks(), "a file can be opened")
page.run(
    "(() => { const data = new DataTransfer(); data.items.add(new File(['Ông Lê Văn Tám ở Hà Nội.'], 'a.txt'));"
    " document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true})); })()")
page.wait("document.getElementById('marked').textContent.includes('Hà Nội')")
check(["Lê Văn Tám", "PERSON"] in page.marks(), "a file can be dropped")
page.driver.find_element(By.ID, "text").clear()
page.driver.find_element(By.ID, "text").send_keys("Hội nghị ngày 5/6/2024 tại Huế.")
page.wait("document.getElementById('marked').textContent.includes('Huế')")
check(["5/6/2024", "DATE"] in [[text.replace("ngày ", ""), kind] for text, kind in page.marks()], "what is typed is read")
faults = [entry for entry in page.driver.get_log("browser") if entry["level"] == "SEVERE" and "400" not in entry["message"]]
check(not faults, f"nothing but the wrong date was logged {faults or ''}")
page.quit()

page = Page("dark")
page.wait("document.querySelectorAll('#language option').length === 4")
channels = page.run("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
check(max(channels[:3]) < 60, "the page is dark where that is preferred")
page.example("ar")
check(page.run("[...document.querySelectorAll('article p')].every(p => getComputedStyle(p).direction === 'rtl')"), "Arabic runs from right to left")
check(page.run("getComputedStyle(document.getElementById('text')).direction") == "rtl", "Arabic runs from right to left where it is typed")
check(["خالد العمري", "PERSON"] in page.marks(), "an Arabic person is marked")
first, last = (page.run(f"document.querySelectorAll('article mark')[{n}].getBoundingClientRect().right") for n in (0, 1))
check(first > last, "the first mention stands at the right")
page.click("#relations tr button")
page.wait("document.getElementById('tried').dataset.ready")
check("ar." in page.run("document.getElementById('reasons').textContent"), "the Arabic rule is named")
page.picture("dark-arabic")
page.quit()

page = Page("light", 1500, 900)
page.example("ar")
page.click("article mark.PERSON")
page.wait("document.getElementById('tried').dataset.ready")
mark = page.run("Math.max(...[...document.querySelectorAll('article mark')].map(m => m.getBoundingClientRect().right))")
check(mark <= page.run("document.getElementById('why').getBoundingClientRect().left"), "on a wide screen the reasons stand beside the text")
page.picture("light-arabic-wide")
page.quit()

page = Page("dark", 390, 800)
page.example("vi")
check(page.run("document.documentElement.scrollWidth <= innerWidth"), "a telephone shows the page without scrolling sideways")
page.click("article mark.PERSON")
page.wait("document.getElementById('tried').dataset.ready")
mark = page.run("document.querySelector('article mark.PERSON').getBoundingClientRect().bottom")
check(0 < mark <= page.run("document.getElementById('why').getBoundingClientRect().top"), "the mention stands above its reasons")
page.picture("dark-telephone")
page.quit()

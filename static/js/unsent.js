/* What is typed into any form is not lost before it is sent.

   Every form with a box for more than a sentence is watched, unless it saves itself;
   and one with shorter words that says `data-keep` (whom they are about).
   While someone types, a locked copy lies in this browser (`locked.js`), and comes
   back after a crash, a closed tab, a lost connection or an ended session. It goes when the
   server has said that it took the words. Where there is no key (nobody is signed
   in), nothing is kept here, and leaving the page is asked about. */

const { locked } = await import(document.querySelector("script[data-locked]").dataset.locked);
const store = await locked(document.body.dataset.wordsKey);
const TYPED = /^(textarea|text|email|tel|number|date|checkbox|radio|select-one)$/;
const SECRET = /^(csrfmiddlewaretoken|kept_as|fact|code|.*password.*)$/;

/* The server has taken these words: a cookie with the name of their copy says so. */
function clearTaken() {
  const cookie = document.cookie.match(/(?:^|; )taken=([0-9a-f]{64})/);
  if (!cookie) return;
  document.cookie = "taken=; path=/; max-age=0; samesite=strict";
  return store.drop(cookie[1]);
}

const isTick = (field) => /checkbox|radio/.test(field.type);
const now = (field) => (isTick(field) ? field.checked : field.value);

/* What a field held when the page came. */
function before(field) {
  if (isTick(field)) return field.defaultChecked;
  if (!field.options) return field.defaultValue;
  const chosen = [...field.options].find((option) => option.defaultSelected);
  return (chosen || field.options[0])?.value;
}

class Unsent {
  constructor(form) {
    this.form = form;
    this.fields = [...form.elements].filter(
      (field) => field.name && !SECRET.test(field.name) && TYPED.test(field.type),
    );
    // Words go back to the form they were typed in, even where the page has changed:
    // it is known by where it goes, whom it is about, and what it asks.
    const asks = this.fields.map((field) => field.name).join(" ");
    const { keep = "" } = form.dataset;
    this.name = [location.pathname, form.getAttribute("action") || "", keep, asks].join(" ");
    this.isHere = this.isLeaving = this.busy = this.again = false;
  }

  words() {
    return this.fields.map(now);
  }

  isTyped() {
    return this.fields.some((field) => now(field) !== before(field));
  }

  put(words) {
    this.fields.forEach((field, i) => {
      if (isTick(field)) field.checked = words[i];
      else field.value = words[i];
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  async start() {
    this.place = await store.place(this.name);
    this.say = this.line();
    await this.bringBack();
    this.form.addEventListener("input", () => this.typed());
    this.form.addEventListener("submit", (event) => this.submit(event));
    if (this.isTyped() && !this.isHere) this.typed(); // before we were watching
    addEventListener("pageshow", () => (this.isLeaving = false));
    addEventListener("beforeunload", (event) => {
      if (this.isTyped() && !this.isHere && !this.isLeaving) event.preventDefault();
    });
  }

  line() {
    const line = document.createElement("p");
    line.className = "small soft unsent";
    line.setAttribute("role", "status");
    this.form.append(line);
    return line;
  }

  async bringBack() {
    const found = await store.get(this.place);
    if (!found || found.length !== this.fields.length) return;
    const isSame = JSON.stringify(found) === JSON.stringify(this.words());
    if (isSame || this.isTyped()) return;
    this.put(found);
    this.isHere = true;
    this.form.closest("details")?.setAttribute("open", "");
    const back = document.createElement("button");
    back.type = "button";
    back.className = "nhsuk-button nhsuk-button--secondary nhsuk-button--small";
    back.textContent = "Remove these words";
    back.addEventListener("click", () => this.empty());
    this.say.replaceChildren("You hadn’t sent these words yet, so we’ve put them back. ", back);
    this.say.classList.add("unsent--back");
    this.form.prepend(this.say);
  }

  empty() {
    this.form.reset();
    store.drop(this.place);
    this.say.textContent = "Removed.";
    this.fields[0].focus();
  }

  async typed() {
    this.again = true;
    if (this.busy) return;
    this.busy = true;
    while (this.again) {
      this.again = false;
      const isTyped = this.isTyped();
      const done = await (isTyped ? store.put(this.place, this.words()) : store.drop(this.place));
      this.isHere = isTyped && done;
    }
    this.busy = false;
    this.tell();
  }

  tell() {
    if (this.say.querySelector("button")) return;
    let words = "";
    if (this.isTyped()) {
      words = this.isHere
        ? "Not sent yet. We’ve kept a locked copy in this browser, in case the page closes."
        : "Not sent yet. What you typed is only on this screen.";
    }
    if (this.say.textContent !== words) this.say.textContent = words;
  }

  submit(event) {
    if (navigator.onLine === false) {
      event.preventDefault();
      this.say.textContent =
        "Not sent: you’re offline. We’ve kept what you wrote. Press again when you’re back online.";
      return;
    }
    this.isLeaving = true;
    if (!this.place) return;
    const name = this.form.elements.kept_as ?? document.createElement("input");
    Object.assign(name, { type: "hidden", name: "kept_as", value: this.place });
    this.form.append(name);
  }
}

await clearTaken();
const forms = [...document.querySelectorAll("form[method=post]")].filter(
  (form) =>
    (form.querySelector("textarea") || form.matches("[data-keep]")) &&
    !form.matches("[data-autosave], [hx-post]"),
);
forms.forEach((form) => new Unsent(form).start());

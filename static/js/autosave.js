/* Saves a conversation's boxes as they are typed, and always tells the truth about it.

   Each box has a version. The server takes words only for the version that this page
   has read, so that two people never write over each other. Until the server has said
   "kept", the words also lie in this browser, and come back after a crash. */

const form = document.querySelector("form[data-autosave]");
const STOPPED = 900; // ms without a key: save
const AT_LATEST = 2000; // ms since the first unsaved key: save, even mid-sentence
const AGAIN = 4000; // ms until the next try when the line is down
const store = (() => {
  try {
    localStorage.setItem("lw:try", "1");
    localStorage.removeItem("lw:try");
    return localStorage;
  } catch {
    return null; // private window or full disk: the server still keeps every save
  }
})();

const boxes = new Map();
let lastSaved = form?.dataset.savedAt || "";
let trouble = "";

class Box {
  constructor(name) {
    this.name = name;
    this.fields = [...form.querySelectorAll(`[data-box="${name}"]`)];
    this.versionField = form.elements[`v_${name}`];
    this.key = `lw:${form.dataset.autosave}:${name}`;
    this.kept = this.words();
    this.firstKey = 0;
    this.sending = false;
    this.theirs = null;
  }

  words() {
    const [first] = this.fields;
    if (first.type !== "checkbox") return first.value;
    const ticked = this.fields.filter((field) => field.checked);
    return ticked.map((field) => field.value).sort().join(" ");
  }

  put(words) {
    const [first] = this.fields;
    if (first.type !== "checkbox") {
      first.value = words;
      return;
    }
    const ticked = new Set(words.split(" "));
    for (const field of this.fields) field.checked = ticked.has(field.value);
  }

  get version() {
    return Number(this.versionField.value || 0);
  }

  set version(number) {
    this.versionField.value = String(number);
  }

  isDirty() {
    return this.words() !== this.kept;
  }

  typed() {
    this.firstKey ||= Date.now();
    this.lastKey = Date.now();
    keepHere(this);
    tell();
  }

  isDue() {
    if (this.sending || this.theirs || !this.isDirty()) return false;
    const now = Date.now();
    return now - this.lastKey > STOPPED || now - this.firstKey > AT_LATEST;
  }
}

function keepHere(box) {
  const words = { words: box.words(), version: box.version, at: Date.now() };
  try {
    store?.setItem(box.key, JSON.stringify(words));
  } catch {
    /* a full disk: the server still keeps every save */
  }
}

function token() {
  const cookie = document.cookie.match(/(?:^|; )(?:__Host-)?csrftoken=([^;]+)/);
  return cookie ? cookie[1] : form.elements.csrfmiddlewaretoken.value;
}

async function send(box) {
  const words = box.words();
  box.sending = true;
  box.firstKey = 0;
  try {
    const body = new URLSearchParams({ box: box.name, words, version: box.version });
    const answer = await fetch(form.dataset.url, {
      method: "POST",
      body,
      headers: { "X-CSRFToken": token() },
      redirect: "error",
      signal: AbortSignal.timeout(10000),
    });
    await understand(box, words, answer);
  } catch {
    later(box, "offline");
  } finally {
    box.sending = false;
    tell();
  }
}

async function understand(box, words, answer) {
  if (answer.status === 200) {
    const said = await answer.json();
    box.version = said.version;
    box.kept = words;
    lastSaved = said.at;
    trouble = "";
    if (box.isDirty()) keepHere(box);
    else store?.removeItem(box.key);
  } else if (answer.status === 409) {
    showBoth(box, await answer.json());
  } else {
    later(box, { 401: "away", 403: "away", 410: "finished" }[answer.status] || "offline");
  }
}

function later(box, why) {
  trouble = why;
  box.firstKey = box.lastKey = Date.now() + AGAIN;
}

/* Somebody else wrote in the same box: both texts, and the welcomer chooses. */
function showBoth(box, theirs) {
  box.theirs = theirs;
  const panel = document.getElementById("both-texts").content.cloneNode(true).firstElementChild;
  panel.querySelector("[data-by]").textContent = theirs.by || "You, on another page";
  panel.querySelector("[data-at]").textContent = theirs.at || "";
  panel.querySelector("[data-words]").textContent = theirs.words || "(nothing)";
  panel.addEventListener("click", (event) => {
    const choice = event.target.dataset?.choose;
    if (choice) settle(box, panel, choice);
  });
  box.fields[0].closest(".nhsuk-form-group").append(panel);
  panel.querySelector("button").focus();
}

function settle(box, panel, choice) {
  const { words, version } = box.theirs;
  if (choice === "theirs") box.put(words);
  if (choice === "both") box.put(`${words}\n\n${box.words()}`);
  box.kept = words;
  box.version = version;
  box.theirs = null;
  panel.remove();
  box.fields[0].focus();
  if (box.isDirty()) box.typed();
  else store?.removeItem(box.key);
  tell();
}

/* Words that never reached the server, from before a crash or a closed lid. */
function bringBack(box) {
  const found = JSON.parse(store?.getItem(box.key) || "null");
  if (!found || found.words === box.kept) {
    store?.removeItem(box.key);
    return false;
  }
  const saved = box.kept;
  box.put(found.words);
  box.firstKey = box.lastKey = Date.now();
  if (found.version !== box.version) {
    showBoth(box, { words: saved, version: box.version, by: "What is saved", at: lastSaved });
  }
  return true;
}

const SENTENCES = {
  offline: () =>
    `We have not saved since ${lastSaved || "you began"}. Your words are still on this ` +
    "screen. Keep it open; we try again every few seconds.",
  away: () =>
    "You were away for a while, so we closed the door. Your words are still on this " +
    "screen. Sign in on a new page, then come back here.",
  finished: () =>
    "This conversation was finished on another page. What you typed since is still on " +
    "this screen: copy it, and add it to the story.",
};

function tell() {
  const bar = form.querySelector("[data-saved]");
  const dirty = [...boxes.values()].some((box) => box.isDirty());
  let words = lastSaved ? `Saved at ${lastSaved}.` : "Nothing to save yet.";
  if (dirty && trouble) words = SENTENCES[trouble]();
  else if (dirty) words = "Saving what you write …";
  if (bar.textContent !== words) bar.textContent = words;
  const bad = Boolean(dirty && trouble);
  bar.closest(".saved").classList.toggle("saved--late", bad);
  form.querySelector("[data-sign-in]").hidden = !(bad && trouble === "away");
}

function watch() {
  for (const box of boxes.values()) if (box.isDue()) send(box);
}

function start() {
  const names = new Set([...form.querySelectorAll("[data-box]")].map((f) => f.dataset.box));
  for (const name of names) boxes.set(name, new Box(name));
  const back = [...boxes.values()].filter(bringBack);
  form.querySelector("[data-brought-back]").hidden = back.length === 0;
  form.addEventListener("input", (event) => boxes.get(event.target.dataset?.box)?.typed());
  form.addEventListener("submit", () => form.dataset.leaving = "yes");
  addEventListener("beforeunload", (event) => {
    const dirty = [...boxes.values()].some((box) => box.isDirty());
    if (dirty && !form.dataset.leaving) event.preventDefault();
  });
  addEventListener("online", () => boxes.forEach((box) => (box.lastKey = box.firstKey = 1)));
  setInterval(watch, 250);
  tell();
}

if (form) start();

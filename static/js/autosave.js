/* Saves a conversation's boxes as they are typed, and always tells the truth about it.

   Each box has a version. The server takes words only for the version that this page
   has read, so that two people never write over each other. Until the server has said
   "kept", the words also lie locked in this browser, and come back after a crash. */

const form = document.querySelector("form[data-autosave]");
const scripts = document.querySelector("script[data-apart]").dataset;
const { locked } = await import(scripts.locked);
const { mark, wordsApart } = await import(scripts.apart);
const store = await locked(document.body.dataset.wordsKey);

const STOPPED = 600; // ms without a key: save
const AT_LATEST = 1500; // ms since the first unsaved key: save, even mid-sentence
const LATE = 3000; // ms: what is not saved by then is said
const AGAIN = [2000, 2000, 4000, 8000]; // ms until the next try, when it did not work
const GIVE_UP = 6000; // ms without an answer: offline

const boxes = new Map();
const live = form.querySelector("[data-saved-aloud]");
let lastSaved = form.dataset.savedAt || "";
let trouble = "";
let tries = 0;

class Box {
  constructor(name) {
    this.name = name;
    this.fields = [...form.querySelectorAll(`[data-box="${name}"]`)];
    this.versionField = form.elements[`v_${name}`];
    // not what stands there now: a browser may have filled it in after "back"
    this.kept = this.words((field) => field.defaultChecked ?? true, "defaultValue");
    if (this.fields[0].closest(".box")?.querySelector("[data-newer]")) this.kept = null;
    this.version = Number(this.versionField.defaultValue || 0);
    this.tried = new Set();
    this.firstKey = this.lastKey = this.waitUntil = 0;
    this.unsavedSince = 0; // the oldest key that the server does not have
    this.sending = this.isHere = this.busy = false;
    this.theirs = null;
  }

  words(isTicked = (field) => field.checked, value = "value") {
    const [first] = this.fields;
    if (first.type !== "checkbox") return first[value];
    const ticked = this.fields.filter(isTicked);
    return ticked.map((field) => field.value).sort().join(" ");
  }

  put(words) {
    const [first] = this.fields;
    const ticked = new Set(words.split(" "));
    if (first.type !== "checkbox") first.value = words;
    else for (const field of this.fields) field.checked = ticked.has(field.value);
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
    const now = Date.now();
    this.firstKey ||= now;
    this.unsavedSince = this.isDirty() ? this.unsavedSince || now : 0;
    this.lastKey = now;
    this.isHere = false;
    this.keepHere();
    tell();
  }

  isDue(now) {
    if (this.sending || this.theirs || !this.firstKey || now < this.waitUntil) return false;
    if (!this.isDirty()) return false;
    return now - this.lastKey > STOPPED || now - this.firstKey > AT_LATEST;
  }

  /* A locked copy of what is not saved yet; none of what is. One write at a time. */
  async keepHere() {
    this.again = true;
    if (this.busy) return;
    this.busy = true;
    await this.looked; // or what lies here would be gone before it was read
    while (this.again) {
      this.again = false;
      const words = this.words();
      const kept = { words, version: this.version, tried: [...this.tried] };
      const isDone = this.isDirty() ? await store.put(this.place, kept) : !(await store.drop(this.place));
      this.isHere = isDone && this.words() === words;
    }
    this.busy = false;
  }

  isNow(words, version) {
    this.kept = words;
    this.version = version;
    this.tried.clear();
    if (!this.isDirty()) this.firstKey = 0;
    this.unsavedSince = this.isDirty() ? this.firstKey || Date.now() : 0;
    this.keepHere();
  }
}

function token() {
  const cookie = document.cookie.match(/(?:^|; )(?:__Host-)?csrftoken=([^;]+)/);
  return cookie ? cookie[1] : form.elements.csrfmiddlewaretoken.value;
}

async function send(box, keepalive = false) {
  const words = box.words();
  const began = box.firstKey;
  box.sending = true;
  box.firstKey = 0;
  box.tried.add(mark(words));
  box.keepHere();
  try {
    const body = new URLSearchParams({ box: box.name, words, version: box.version });
    const answer = await fetch(form.dataset.url, {
      method: "POST",
      body,
      keepalive,
      headers: { "X-CSRFToken": token() },
      redirect: "error",
      signal: AbortSignal.timeout(GIVE_UP),
    });
    await understand(box, words, answer);
  } catch {
    later(box, "offline");
  } finally {
    box.sending = false;
    if (box.isDirty()) box.firstKey ||= began || Date.now();
    tell();
  }
}

async function understand(box, words, answer) {
  if (answer.status === 200) {
    const said = await answer.json();
    lastSaved = said.at;
    trouble = "";
    tries = 0;
    box.isNow(words, said.version);
  } else if (answer.status === 409) {
    const theirs = await answer.json();
    const isOurs = theirs.words === box.kept || box.tried.has(mark(theirs.words));
    if (isOurs) box.isNow(theirs.words, theirs.version);
    else showBoth(box, theirs);
  } else {
    const gone = answer.status === 410 && (await answer.json()).problem;
    later(box, gone || { 401: "away", 403: "away" }[answer.status] || "ours");
  }
}

function later(box, why) {
  trouble = why;
  box.waitUntil = Date.now() + AGAIN[Math.min(tries, AGAIN.length - 1)];
  tries += 1;
}

/* Someone else wrote in the same box: both texts, and the welcomer chooses. */
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
  // said aloud as an alert, but never into the hands of someone who is typing: the
  // next blank would press a button
  box.fields[0].closest(".nhsuk-form-group").append(panel);
}

function settle(box, panel, choice) {
  const { words, version } = box.theirs;
  if (choice === "theirs") box.put(words);
  if (choice === "both") box.put(`${words}\n\n${box.words()}`);
  box.theirs = null;
  box.isNow(words, version);
  panel.remove();
  box.fields[0].focus();
  if (box.isDirty()) box.typed();
  tell();
}

async function look(box) {
  box.place = await store.place(`${form.dataset.autosave}/${box.name}`);
  return store.get(box.place);
}

/* Words that never reached the server, from before a crash or a closed lid. */
async function bringBack(box) {
  const found = await box.looked;
  const isFilledIn = box.isDirty() && box.kept !== null;
  if (!found || found.words === box.kept || found.words === box.words()) {
    if (isFilledIn) box.typed();
    else if (!box.isDirty()) store.drop(box.place);
    return isFilledIn;
  }
  const saved = { words: box.kept ?? "", version: box.version };
  const isOurs = found.version === box.version || found.tried?.includes(mark(saved.words));
  if (isFilledIn) found.words += `\n\n${box.words()}`;
  box.put(found.words);
  box.typed();
  if (!isOurs) showBoth(box, { ...saved, by: "What is saved", at: lastSaved });
  return true;
}

const WHY = {
  offline: "you’re offline",
  ours: "there is a problem on our side",
  slow: "it is taking longer than usual",
  away: "you’ve been signed out because you were inactive",
  finished: "this conversation has been finished on another page",
  discarded: "this draft has been discarded on another page",
  both: "someone else wrote in the same box. Choose which version to keep",
};
const WHAT_NOW = {
  away: "Sign in on a new page, then come back to this one.",
  finished: "Copy it from here, and add it to the story in a new conversation.",
  discarded: "Press Undo under “Discarded drafts” on Today, and we’ll save it. Keep this page open.",
  both: "",
};

function onlyHere(isHere) {
  const apart = [...boxes.values()].map((box) => wordsApart(box.words(), box.kept ?? ""));
  const count = apart.reduce((sum, one) => sum + one, 0);
  const what = count ? `${count} word${count > 1 ? "s are" : " is"}` : "Your last change is";
  const more = isHere ? ", with a locked copy in this browser" : "";
  return `${what} only on this screen${more}.`;
}

/* What the page says of itself: in what state it is, and the sentence for it. */
function truth() {
  const dirty = [...boxes.values()].filter((box) => box.isDirty());
  if (!dirty.length) {
    return ["saved", lastSaved ? `Saved at ${lastSaved}.` : "Nothing to save yet."];
  }
  const oldest = Math.min(...dirty.map((box) => box.unsavedSince));
  let why = dirty.some((box) => box.theirs || box.kept === null) ? "both" : trouble;
  if (!why && Date.now() - oldest > LATE) why = "slow";
  if (!why) return ["saving", "Saving …"];
  const next = WHAT_NOW[why] ?? "Keep this page open: we’ll try again every few seconds.";
  const words = onlyHere(dirty.every((box) => box.isHere));
  return [why, `Not saved yet: ${WHY[why]}. ${words} ${next}`.trim()];
}

let stateAloud = "saved";

function tell() {
  const [state, words] = truth();
  const bar = form.querySelector("[data-saved]");
  if (bar.textContent !== words) bar.textContent = words;
  const isBad = state !== "saved" && state !== "saving";
  bar.closest(".saved").classList.toggle("saved--late", isBad);
  form.querySelector("[data-sign-in]").hidden = state !== "away";
  // aloud only what changes something: trouble begins, trouble is over
  const aloud = isBad ? state : "saved";
  if (aloud === stateAloud || state === "saving") return;
  stateAloud = aloud;
  live.textContent = words;
}

function watch() {
  const now = Date.now();
  for (const box of boxes.values()) if (box.isDue(now)) send(box);
  tell();
}

/* The lid closes, the phone sleeps, the page is left: what is here goes now. */
function hurry() {
  for (const box of boxes.values()) {
    if (box.isDirty() && !box.theirs && box.kept !== null) send(box, true);
  }
}

async function start() {
  const names = new Set([...form.querySelectorAll("[data-box]")].map((f) => f.dataset.box));
  for (const name of names) boxes.set(name, new Box(name));
  for (const box of boxes.values()) box.looked = look(box);
  form.addEventListener("input", (event) => boxes.get(event.target.dataset?.box)?.typed());
  form.addEventListener("submit", () => (form.dataset.leaving = "yes"));
  addEventListener("beforeunload", (event) => {
    const dirty = [...boxes.values()].some((box) => box.isDirty());
    if (dirty && !form.dataset.leaving) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => document.hidden && hurry());
  const back = await Promise.all([...boxes.values()].map(bringBack));
  form.querySelector("[data-brought-back]").hidden = !back.some(Boolean);
  addEventListener("online", () => boxes.forEach((box) => (box.waitUntil = 0)));
  setInterval(watch, 250);
  form.dataset.watched = "yes";
  tell();
}

start();

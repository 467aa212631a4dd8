/* Starts the few nhsuk components that our pages use. Everything works without. */
document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
const here = document.querySelector("script[data-nhsuk]");
const { initAll } = await import(here.dataset.nhsuk);
initAll();

/* What is only true with scripts is only said with scripts, and the other way round. */
for (const words of document.querySelectorAll("[data-with-script]")) words.hidden = false;
for (const words of document.querySelectorAll("[data-without-script]")) words.hidden = true;

/* A form that is on its way is not sent twice by an impatient finger. */
addEventListener("submit", ({ target }) => {
  if (/\/(logout|leave)\/$/.test(target.action)) forget();
  for (const button of target.querySelectorAll("[data-prevent-double-click]")) {
    setTimeout(() => (button.disabled = true), 0);
    setTimeout(() => (button.disabled = false), 5000);
  }
});

/* A passkey that did not answer: say so where it was asked for. */
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const words = document.querySelector("[data-passkey-problem]");
  if (words) words.hidden = false;
});

/* Signing out leaves no words behind for the next person at this computer. */
function forget() {
  globalThis.indexedDB?.deleteDatabase("living-well");
}

/* On a row of DIALOG a figure on the keyboard chooses its stone, and 0 leaves it out. */
addEventListener("keydown", ({ target, key, ctrlKey, altKey, metaKey }) => {
  if (document.body.dataset.shortcuts === "off") return;
  if (ctrlKey || altKey || metaKey || !/^[0-7]$/.test(key)) return;
  if (!target.matches?.(".dialog .scale__input")) return;
  const row = target.closest(".scale");
  const stone = row.querySelector(`[value="${key === "0" ? "" : key}"]`);
  stone.checked = true;
  stone.focus();
});

/* In the huddle: j and k walk from person to person. Everything works without. */
const turns = [...document.querySelectorAll(".turns details")];
const hint = document.querySelector("[data-turns]");
const isOff = document.body.dataset.shortcuts === "off";
if (hint && turns.length > 1 && !isOff) hint.hidden = false;

/* While someone types, the keys only type. */
const typing = () => document.activeElement?.matches("input, select, textarea");

addEventListener("keydown", (event) => {
  const step = { j: 1, k: -1 }[event.key];
  if (isOff || !step || event.ctrlKey || event.metaKey || event.altKey || typing()) return;
  const at = turns.findIndex((turn) => turn.contains(document.activeElement));
  const next = turns[Math.min(Math.max(at + step, 0), turns.length - 1)];
  next?.querySelector("summary").focus();
});

/* Opened by hand: the cursor stands where the decision is typed. Esc goes back. */
for (const turn of turns) {
  turn.addEventListener("toggle", () => {
    if (turn.open) turn.querySelector("[name=words]").focus({ preventScroll: true });
  });
  turn.addEventListener("keydown", (event) => {
    if (event.key === "Escape") turn.querySelector("summary").focus();
  });
}

/* One after the other, by keyboard. Without it every choice is a button to press. */
const hint = document.querySelector("[data-keys]");
const isOff = document.body.dataset.shortcuts === "off";
if (hint && !isOff) hint.hidden = false;

const plain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey;
const typing = () => document.activeElement?.matches("input, select, textarea");

/* A key brings the cursor to a choice; its button is still pressed on purpose. */
const open = (choice) => {
  if (choice.matches("details")) choice.open = true;
  const fields = "textarea, input:not([type=hidden]), button";
  const to = choice.matches("details") ? fields : "button";
  choice.querySelector(to).focus();
};

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && typing()) document.activeElement.blur();
  if (isOff || !plain(event) || typing()) return;
  const choice = document.querySelector(`[data-choice="${CSS.escape(event.key)}"]`);
  const way = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (choice) open(choice);
  if (way) way.click();
  if (choice || way) event.preventDefault();
});

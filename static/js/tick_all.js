/* One press ticks every part of the story in the same group. Without it, each is ticked. */
for (const button of document.querySelectorAll("[data-tick-all]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const group = button.closest("[data-tick-all-in]");
    for (const box of group.querySelectorAll(".passage-choice [type=checkbox]")) box.checked = true;
    group.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

/* A button that copies a text on the page. Without this script, people select it. */
for (const button of document.querySelectorAll("[data-copies]")) {
  const said = document.querySelector("[data-copied]");
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
      said.textContent = "Link copied.";
    } catch {
      said.textContent = "This browser doesn’t let us copy. Select the link and copy it yourself.";
    }
  });
}

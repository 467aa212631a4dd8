/* Pointing at a story map: tap one thing, then another, and the form below is filled.
   All of it can be done with the form alone; this only saves looking names up. */
const table = document.querySelector("[data-map]");
const form = table?.querySelector('[data-form="tied"]');
const told = table?.querySelector("[data-point]");

if (form && told) {
  const [one, other] = ["one", "other"].map((end) => form.elements[`tied-${end}`]);
  const words = form.elements["tied-words"];
  let first = null;
  table.classList.add("points");
  told.hidden = false;

  const shapes = (key) => table.querySelectorAll(`.need[data-need="${key}"]`);
  const choose = (key, on) =>
    shapes(key).forEach((shape) => shape.classList.toggle("chosen", on));
  const name = (key) => [...one.options].find((o) => o.value === key)?.text ?? "";
  const clear = () =>
    table.querySelectorAll(".chosen").forEach((s) => s.classList.remove("chosen"));

  table.addEventListener("click", ({ target }) => {
    const key = target.closest?.(".need")?.dataset.need;
    if (!key) return;
    if (first === null || first === key) {
      clear();
      first = first === key ? null : key;
      if (first) choose(first, true);
      told.textContent = first
        ? `${name(first)}: now tap what it is linked to.`
        : "Tap one thing on the map, then another, to link them.";
      return;
    }
    choose(key, true);
    [one.value, other.value, first] = [first, key, null];
    told.textContent = `${name(one.value)} and ${name(other.value)}: how are they linked?`;
    words.focus();
  });

  /* Escape lets go of what was chosen. */
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || first === null) return;
    first = null;
    clear();
  });
}

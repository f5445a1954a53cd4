// Moves the day of the what-if along the line of days. Without this script the day is typed.
// Everything is found anew at each event, for the answer is replaced while the page stands.
"use strict";
{
  const DAY = 86_400_000;
  const PAUSE = 250;
  const LONG = new Intl.DateTimeFormat("da-DK", { dateStyle: "long", timeZone: "UTC" });

  const byId = (id) => document.getElementById(id);
  const isSlider = (element) => element.id === "hvis-skyder";

  const dayOf = (slider) =>
    new Date(Date.parse(byId("hvis-tidslinje").dataset.first) + slider.valueAsNumber * DAY);

  const typed = (day) => day.toISOString().slice(0, 10).split("-").reverse().join("-");

  // Everything that tells the chosen day, at once; the answer itself follows when hands rest.
  const tell = (slider) => {
    const day = dayOf(slider);
    const words = LONG.format(day);
    slider.setAttribute("aria-valuetext", words);
    byId("hvis-vist").textContent = words;
    for (const end of ["x1", "x2"]) byId("hvis-valgt").setAttribute(end, slider.value);
    byId("id_hvis_dag").value = typed(day);
  };

  let waiting;
  const askSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const slider = byId("hvis-skyder");
      if (!slider) return;
      tell(slider);
      byId("id_hvis_dag").dispatchEvent(new Event("change", { bubbles: true }));
    }, PAUSE);
  };

  // The next line in the picture; the ends of the slider when there is none.
  const nextBound = (slider, step) => {
    const bounds = byId("hvis-tidslinje").dataset.bounds.split(" ").filter(Boolean).map(Number);
    const now = slider.valueAsNumber;
    if (step > 0) return bounds.find((bound) => bound > now) ?? slider.max;
    return bounds.findLast((bound) => bound < now) ?? slider.min;
  };

  document.addEventListener("input", (event) => {
    if (!isSlider(event.target)) return;
    tell(event.target);
    askSoon();
  });

  // The slider has no name, and its own change says nothing that the day does not say.
  document.addEventListener("change", (event) => {
    if (isSlider(event.target)) event.stopPropagation();
  }, true);

  document.addEventListener("keydown", (event) => {
    const step = { PageUp: 1, PageDown: -1 }[event.key];
    if (!isSlider(event.target) || !step) return;
    event.preventDefault();
    event.target.value = nextBound(event.target, step);
    tell(event.target);
    askSoon();
  });

  document.documentElement.classList.add("has-what-if");
}

// Moves the day of the what-if along the line of days. Without this script the day is typed.
// Everything is found anew at each event, for the answer is replaced while the page stands.
"use strict";
{
  const DAY = 86_400_000;
  const TYPED = /^\s*(\d{1,2})[-./](\d{1,2})[-./](\d{4})\s*$/;
  const LONG = new Intl.DateTimeFormat("da-DK", { dateStyle: "long", timeZone: "UTC" });

  const byId = (id) => document.getElementById(id);
  const slider = () => byId("hvis-skyder");
  const typed = () => byId("id_hvis_dag");
  const first = () => Date.parse(byId("hvis-tidslinje").dataset.first);

  const chosen = () => new Date(first() + slider().valueAsNumber * DAY);
  const spelt = (day) => day.toISOString().slice(0, 10).split("-").reverse().join("-");

  // The line and the slider tell the chosen day.
  const tell = () => {
    const words = LONG.format(chosen());
    slider().setAttribute("aria-valuetext", words);
    byId("hvis-vist").textContent = words;
    for (const end of ["x1", "x2"]) {
      byId("hvis-valgt").setAttribute(end, slider().value);
    }
  };

  // The day is what is posted; the conversation asks when hands rest.
  const move = () => {
    tell();
    typed().value = spelt(chosen());
    typed().dispatchEvent(new Event("input", { bubbles: true }));
  };

  // A day that was typed moves the slider; one that cannot be read leaves it.
  const follow = () => {
    const found = TYPED.exec(typed()?.value ?? "");
    if (found) {
      const [, day, month, year] = found.map(Number);
      slider().value = (Date.UTC(year, month - 1, day) - first()) / DAY;
      tell();
    }
  };

  // The next line in the picture; the end of the slider when there is none.
  const nextBound = (step) => {
    const bounds = byId("hvis-tidslinje").dataset.bounds.split(" ").filter(Boolean).map(Number);
    const now = slider().valueAsNumber;
    return step > 0
      ? bounds.find((bound) => bound > now) ?? slider().max
      : bounds.findLast((bound) => bound < now) ?? slider().min;
  };

  document.addEventListener("input", ({ target }) => {
    if (target === slider()) {
      move();
    } else if (target === typed() && document.activeElement !== slider()) {
      follow();
    }
  });

  document.addEventListener("keydown", (event) => {
    const step = { PageUp: 1, PageDown: -1 }[event.key];
    if (step && event.target === slider()) {
      event.preventDefault();
      slider().value = nextBound(step);
      move();
    }
  });

  // An answer that was under way must not take the slider back.
  document.addEventListener("htmx:afterSwap", () => {
    if (slider()) {
      follow();
    }
  });

  document.documentElement.classList.add("has-what-if");
}

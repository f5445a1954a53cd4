// Tells how much room a long text has left, while it is written. Without this script the form says
// so when it is saved.
"use strict";
{
  const SHOWN_FROM = 0.8;
  const danish = new Intl.NumberFormat("da-DK");

  const counterOf = (area) => {
    const next = area.nextElementSibling;
    if (next?.matches("output.desk-counter")) return next;
    const counter = document.createElement("output");
    counter.className = "desk-counter";
    area.after(counter);
    return counter;
  };

  const count = (area) => {
    const most = Number(area.dataset.most);
    if (area.value.length < SHOWN_FROM * most) {
      if (area.nextElementSibling?.matches("output.desk-counter")) counterOf(area).textContent = "";
      return;
    }
    const length = Array.from(area.value).length;
    const over = length > most ? ". Gør teksten kortere." : ".";
    counterOf(area).textContent = `${danish.format(length)} af ${danish.format(most)} tegn${over}`;
  };

  document.addEventListener("input", (event) => {
    if (event.target.matches?.("textarea[data-most]")) count(event.target);
  });
  for (const area of document.querySelectorAll("textarea[data-most]")) count(area);
}

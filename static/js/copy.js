// Copies a text at one press, and prints the page. Without this script one marks and copies.
"use strict";
{
  const tell = (button, text) => {
    button.parentElement.querySelector("[data-copied]").textContent = text;
  };

  const copy = async (button) => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      tell(button, "Teksten er kopieret.");
    } catch {
      tell(button, "Teksten er markeret. Kopiér den med tastaturet.");
    }
  };

  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

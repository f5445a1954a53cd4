// Reads what is typed while it is typed, and tries it on a citizen. Without this script two
// buttons of the page do the same.
"use strict";
{
  const hidden = (element, isHidden) => { if (element) { element.hidden = isHidden; } };
  const tellFailure = (isFailed) => hidden(document.getElementById("hvem-besked"), !isFailed);

  // A copied row still names the pattern it was copied from, where the library does not look.
  const NAMES = ["id", "aria-describedby", "aria-labelledby"];
  const rename = (row) => {
    const own = row.id;
    const pattern = own.replace(/-\d+$/, "-(?:__prefix__|empty)");
    for (const element of row.querySelectorAll("[id], [aria-describedby], [aria-labelledby]")) {
      for (const name of NAMES.filter((each) => element.hasAttribute(each))) {
        const text = element.getAttribute(name);
        element.setAttribute(name, text.replace(new RegExp(`${pattern}-`, "g"), `${own}-`));
      }
    }
  };

  const changed = () => document.dispatchEvent(new Event("draft:changed"));

  // What the server said of the last form that was sent means nothing once it is read again.
  const forgetErrors = () => {
    for (const list of document.querySelectorAll(".djn-group .errorlist, .errornote")) {
      list.remove();
    }
  };

  // The library that searches while one types leaves its fields without a name until one is chosen.
  const nameSearchFields = () => {
    for (const field of document.querySelectorAll(".select2-selection")) {
      const select = field.closest(".select2")?.previousElementSibling;
      const label = select?.labels?.[0]?.textContent.trim().replace(/:$/, "");
      for (const part of label ? [field, ...field.querySelectorAll("[role=textbox]")] : []) {
        part.setAttribute("aria-label", label);
      }
    }
  };

  const isOurs = (element) => element.closest("#hvem, .words, .trial-run") !== null;
  const path = (address) => new URL(address, location.href).pathname;
  const isRead = ({ elt }) => elt.closest(".words") !== null;

  document.addEventListener("htmx:beforeSwap", (event) => {
    // Who is logged out is sent to another page.
    const isAnswer = path(event.detail.xhr.responseURL) === location.pathname;
    event.detail.shouldSwap &&= isAnswer;
    tellFailure(!isAnswer);
  });
  for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(failure, ({ target }) => tellFailure(isOurs(target)));
  }

  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (!detail.successful) {
      return;
    }
    if (isRead(detail)) {
      forgetErrors();
      // An answer must not stand beside a rule that has changed since.
      if (document.querySelector("#hvem-svar[data-answered]")) {
        document.getElementById("hvem-form").requestSubmit();
      }
    }
  });
  document.addEventListener("htmx:afterSettle", ({ detail, target }) => {
    if (target.id !== "hvem") {
      return;
    }
    const wrong = document.querySelector("#hvem .errorlist ~ * [name], #hvem .errorlist ~ [name]");
    if (detail.elt?.closest?.(".trial-run") || detail.requestConfig?.elt.closest(".trial-run")) {
      document.getElementById("hvem-titel").focus();
    } else if (wrong) {
      wrong.focus();
    }
  });

  document.addEventListener("formset:added", ({ target }) => {
    if (target.id) {
      rename(target);
    }
    setTimeout(nameSearchFields);
  });
  // Rows are added, removed and marked for deletion by a library that tells only jQuery.
  document.addEventListener("DOMContentLoaded", () => {
    window.django?.jQuery(document).on("djnesting:mutate", changed);
    setTimeout(nameSearchFields);
  });
}

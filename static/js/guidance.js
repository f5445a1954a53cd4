// The conversation updates while someone types. Without this script the buttons do the same.
"use strict";
{
  // What was typed or chosen since the page last asked: an answer on its way must not undo it.
  const changed = new Set();
  // Groups that the reader closed: an answer must not open them again.
  const closed = new WeakSet();

  const form = () => document.getElementById("profil");
  const isOurs = (element) => element === form() || form()?.contains(element);
  const isLive = (element) => element !== form();

  const isChanged = (node) => {
    const control = node.closest("select") ?? node;
    return Boolean(control.name) && changed.has(control.name);
  };

  const keepsAttribute = (name, node, update) => {
    if (name === "open") {
      return update === "remove" || closed.has(node);
    }
    return ["value", "checked", "selected"].includes(name) && isChanged(node);
  };

  Idiomorph.defaults.callbacks.beforeAttributeUpdated = (name, node, update) =>
    !keepsAttribute(name, node, update);
  // An answer to what cannot be read keeps the last one in its place.
  Idiomorph.defaults.callbacks.beforeNodeMorphed = (_, fresh) => !("kept" in (fresh.dataset ?? {}));

  const tell = (reason) => {
    for (const told of document.querySelectorAll("#afbrudt [data-told]")) {
      told.hidden = told.dataset.told !== reason;
    }
  };

  const path = (address) => new URL(address, location.href).pathname;
  const isAnswered = (xhr) => path(xhr.responseURL) === path(form().action);

  // A new login has a new token, and the one in the form is refused.
  const renewToken = async () => {
    const response = await fetch(form().action);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("#profil [name=csrfmiddlewaretoken]")?.value;
    const token = form().elements.csrfmiddlewaretoken;
    const isNew = Boolean(fresh) && !token.dataset.renewed;
    if (isNew) {
      token.value = fresh;
      token.dataset.renewed = "yes";
    }
    return isNew;
  };

  const askAgain = ({ elt, requestConfig }) => {
    if (isLive(elt)) {
      changed.add("again");
      elt.dispatchEvent(new Event("change"));
    } else {
      form().requestSubmit(requestConfig.triggeringEvent.submitter);
    }
  };

  const retry = async (refused) => {
    if (await renewToken()) {
      askAgain(refused);
    } else {
      tell("login");
    }
  };

  document.addEventListener("input", ({ target }) => {
    if (isOurs(target)) {
      changed.add(target.name);
    }
  });

  // A fast hand is done with a field before a slow line has brought this script.
  const isTyped = (control) => {
    if (control.options) {
      const options = [...control.options];
      const first = Math.max(0, options.findIndex((option) => option.defaultSelected));
      return control.selectedIndex !== first;
    }
    return control.checked !== control.defaultChecked || control.value !== control.defaultValue;
  };
  document.addEventListener("DOMContentLoaded", () => {
    for (const control of document.querySelectorAll("#oplysninger :is(input, select)")) {
      if (isTyped(control)) {
        control.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
  });

  // A button that leads to another page is none of ours.
  document.addEventListener("submit", (event) => {
    if (isOurs(event.target) && event.submitter?.hasAttribute("formaction")) {
      event.stopImmediatePropagation();
    }
  }, true);

  // Both typing and leaving a field ask; once is enough, and a press of a button is always newer.
  document.addEventListener("htmx:confirm", (event) => {
    if (isOurs(event.target) && isLive(event.target) && changed.size === 0) {
      event.preventDefault();
    }
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (isOurs(event.target)) {
      changed.clear();
    }
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { detail } = event;
    if (!isOurs(detail.target)) {
      return;
    }
    const answered = isAnswered(detail.xhr);
    detail.shouldSwap &&= answered;
    if (!detail.isError) {
      tell(answered ? "" : "login");
    }
  });
  document.addEventListener("htmx:responseError", ({ detail }) => {
    if (detail.xhr.status === 403) {
      retry(detail).catch(() => tell("connection"));
    } else {
      tell("connection");
    }
  });
  for (const failure of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(failure, () => tell("connection"));
  }

  // A browser may keep the page behind its back button, whatever the page says.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) {
      location.reload();
    }
  });

  document.addEventListener("click", (event) => {
    const summary = event.target.closest("#profil summary");
    if (summary) {
      const group = summary.parentElement;
      closed[group.open ? "add" : "delete"](group);
    }
    const link = event.target.closest("#profil a[href]");
    if (!link) {
      return;
    }
    if (link.hash && path(link.href) === location.pathname) {
      // A field in a closed group comes into sight.
      const group = document.getElementById(link.hash.slice(1))?.closest("details");
      group?.setAttribute("open", "");
    } else if (!link.matches(".profile__reset")) {
      // What is typed here would be lost behind another page.
      link.target = "_blank";
    }
  });
}

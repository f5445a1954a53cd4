// Narrows an alternative to what fits the chosen attribute: its ticks, or the number fields.
// Without this script everything is shown, and the desk refuses what does not fit.
"use strict";
{
  const ORDERS = ["at_least", "more_than", "at_most", "less_than"];

  const rowOf = (attribute) => attribute.closest(".inline-related");
  const field = (row, name) => row.querySelector(`[id$="-${name}"]`);
  const belongs = (tick, attribute) => tick.value.startsWith(`${attribute}:`);

  // A line of a Django form, or one field of a line that holds several.
  const box = (element) => {
    const line = element.closest(".form-row");
    return line.querySelector(".form-multiline")
      ? element.closest(".form-multiline > div")
      : line;
  };

  const show = (element, isShown) => { element.hidden = !isShown; };

  // What was ticked before another attribute was chosen stays in sight until it is removed.
  const narrowTicks = (row, name, attribute) => {
    let fits = false;
    for (const group of field(row, name).querySelectorAll(".ticks-group")) {
      const ticks = [...group.querySelectorAll("input")];
      const isOurs = ticks.some((tick) => belongs(tick, attribute));
      show(group, isOurs || ticks.some((tick) => tick.checked));
      fits ||= isOurs;
    }
    const inSight = field(row, name).querySelector(".ticks-group:not([hidden])");
    show(box(field(row, name)), Boolean(inSight));
    return fits;
  };

  const narrowNumber = (row, name, isNumber) => {
    const input = field(row, name);
    show(box(input), isNumber || input.value !== "");
  };

  const narrowComparison = (row, attribute, isNumber) => {
    for (const option of field(row, "comparison").options) {
      const fits = !attribute || !option.value || ORDERS.includes(option.value) === isNumber;
      option.hidden = option.disabled = !fits && !option.selected;
    }
  };

  const narrow = (attribute) => {
    const row = rowOf(attribute);
    const hasTicks = narrowTicks(row, "values", attribute.value);
    narrowTicks(row, "borderline", attribute.value);
    const isNumber = attribute.value !== "" && !hasTicks;
    narrowNumber(row, "number", isNumber);
    narrowNumber(row, "borderline_number", isNumber);
    narrowComparison(row, attribute.value, isNumber);
  };

  // Another attribute: what was ticked or typed for the old one means nothing any more.
  const forget = (attribute) => {
    const row = rowOf(attribute);
    for (const tick of row.querySelectorAll(".ticks input:checked")) {
      tick.checked = belongs(tick, attribute.value);
    }
    field(row, "number").value = field(row, "borderline_number").value = "";
    field(row, "comparison").value = "";
  };

  const isAttribute = (element) => element.matches('select[name$="-attribute"]');
  const narrowAll = (within) => {
    within.querySelectorAll('select[name$="-attribute"]').forEach(narrow);
  };

  document.addEventListener("change", (event) => {
    if (isAttribute(event.target)) {
      forget(event.target);
      narrow(event.target);
    }
  });
  document.addEventListener("formset:added", (event) => narrowAll(event.target));
  document.addEventListener("DOMContentLoaded", () => narrowAll(document));
}

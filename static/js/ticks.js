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

  const narrowNumber = (row, name, isNumber, attribute) => {
    const input = field(row, name);
    show(box(input), isNumber || input.value !== "");
    for (const unit of input.parentElement.querySelectorAll(".unit")) {
      const isOurs = unit.dataset.attribute === attribute;
      show(unit, isOurs);
      unit.classList.toggle("is-chosen", isOurs);
    }
  };

  // Yes or no: one tick takes the place of the other, and there is nothing to compare or doubt.
  const ticksOf = (row, name, attribute) =>
    [...field(row, name).querySelectorAll("input")].filter((tick) => belongs(tick, attribute));
  const isYesNo = (row, attribute) =>
    ticksOf(row, "values", attribute).some((tick) => tick.value === `${attribute}:yes`);

  const narrowYesNo = (row, attribute) => {
    const yesNo = attribute !== "" && isYesNo(row, attribute);
    const comparison = field(row, "comparison");
    show(box(comparison), !yesNo || comparison.value !== "one_of");
    const doubts = row.querySelector(":scope > fieldset > details");
    const isDoubted = doubts.querySelector("input:checked") !== null
      || field(row, "borderline_number").value !== "";
    show(doubts.parentElement, attribute !== "" && (!yesNo || isDoubted));
    doubts.open ||= isDoubted;
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
    narrowNumber(row, "number", isNumber, attribute.value);
    narrowNumber(row, "borderline_number", isNumber, attribute.value);
    narrowComparison(row, attribute.value, isNumber);
    narrowYesNo(row, attribute.value);
  };

  // Another attribute: what was ticked or typed for the old one means nothing any more.
  const forget = (attribute) => {
    const row = rowOf(attribute);
    for (const tick of row.querySelectorAll(".ticks input:checked")) {
      tick.checked = belongs(tick, attribute.value);
    }
    field(row, "number").value = field(row, "borderline_number").value = "";
    field(row, "comparison").value = isYesNo(row, attribute.value) ? "one_of" : "";
  };

  const untickOther = (tick) => {
    for (const other of tick.closest(".ticks-group").querySelectorAll("input")) {
      other.checked = other === tick;
    }
  };

  const isAttribute = (element) => element.matches('select[name$="-attribute"]');
  const narrowAll = (within) => {
    within.querySelectorAll('select[name$="-attribute"]').forEach(narrow);
  };

  document.addEventListener("change", (event) => {
    if (isAttribute(event.target)) {
      forget(event.target);
      narrow(event.target);
    } else if (/:(yes|no)$/.test(event.target.value) && event.target.checked) {
      untickOther(event.target);
    }
  });
  document.addEventListener("formset:added", (event) => narrowAll(event.target));
  document.addEventListener("DOMContentLoaded", () => narrowAll(document));
}

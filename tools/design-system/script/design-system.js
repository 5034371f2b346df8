// Comfort only: every page works without this file.

// A summary of problems takes the focus, so that a screen reader reads it first.
document.getElementById("problem")?.focus();

// A link of the summary moves to its field with the label in view, not only the input.
for (const link of document.querySelectorAll("#problem a[href^='#']")) {
  link.addEventListener("click", (event) => {
    const field = document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    (field.closest("fieldset") ?? field.closest(".govuk-form-group") ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}

// Show and hide a password. The words come from the page, in its language.
for (const toggle of document.querySelectorAll("[data-shows]")) {
  const field = document.getElementById(toggle.dataset.shows);
  const status = toggle.parentElement.querySelector("[aria-live]");
  const turn = (shown) => {
    const words = shown ? "hide" : "show";
    field.type = shown ? "text" : "password";
    toggle.textContent = toggle.dataset[words];
    toggle.setAttribute("aria-label", toggle.dataset[`${words}Label`]);
  };
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    turn(field.type === "password");
    status.textContent = toggle.dataset[field.type === "text" ? "shown" : "hidden"];
  });
  field.form?.addEventListener("submit", () => turn(false));
  addEventListener("pageshow", () => turn(false));
}

// A second click within a second sends nothing: one press, one message.
const guarded = 1000;
for (const form of document.querySelectorAll("form[method=post]")) {
  let last = -guarded;
  form.addEventListener("submit", (event) => {
    if (event.timeStamp - last < guarded) event.preventDefault();
    else last = event.timeStamp;
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

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

// Before somebody is signed out they are told, and can stay. A clock that was asleep is looked at again when it wakes.
const leaving = document.querySelector("[data-session]");
if (leaving) {
  // What says the time to whoever runs no script.
  document.querySelector("[data-until]").remove();
  const [soon, over] = leaving.children;
  const stay = soon.querySelector("button");
  const warning = Number(leaving.dataset.warning) * 1000;
  let end = Date.now() + Number(leaving.dataset.session) * 1000;
  const show = () => {
    const left = end - Date.now();
    const shown = left <= 0 ? over : left <= warning ? soon : null;
    leaving.hidden = !shown;
    for (const part of [soon, over]) part.hidden = part !== shown;
    if (left > 0) setTimeout(show, Math.min(left > warning ? left - warning : left, 30000));
  };
  stay.addEventListener("click", async () => {
    const answer = await fetch(leaving.dataset.stay, { method: "POST" });
    end = Date.now() + (answer.ok ? Number(await answer.text()) * 1000 : 0);
    if (end - Date.now() <= warning) stay.hidden = true;
    show();
  });
  show();
}

// Applications are told in frames that somebody signed out. Once all have loaded, or a few seconds later, the page leads on.
const onward = document.querySelector("[data-onward]");
if (onward) {
  const go = () => location.replace(onward.href);
  addEventListener("load", go);
  setTimeout(go, Number(onward.dataset.onward) * 1000);
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

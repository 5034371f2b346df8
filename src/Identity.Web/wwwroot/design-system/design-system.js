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

// Passkeys. Every page with one of these forms has another way on as well.
const passkeys = globalThis.PublicKeyCredential;
if (passkeys) {
  const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const letters = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

  // For browsers that cannot read and write the JSON themselves.
  const withBytes = (entry) => ({ ...entry, id: bytes(entry.id) });
  const read = (kind, json) => {
    const native = passkeys[`parse${kind}OptionsFromJSON`];
    if (native) return native.call(passkeys, json);
    const options = { ...json, challenge: bytes(json.challenge) };
    if (json.user) options.user = withBytes(json.user);
    for (const list of ["allowCredentials", "excludeCredentials"]) if (json[list]) options[list] = json[list].map(withBytes);
    return options;
  };
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const write = (credential) => JSON.stringify(credential.toJSON?.() ?? {
    id: credential.id,
    rawId: letters(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      ...Object.fromEntries(parts.filter((part) => credential.response[part]).map((part) => [part, letters(credential.response[part])])),
      transports: credential.response.getTransports?.(),
    },
  });

  const post = (form, address) => fetch(address, { method: "POST", body: new FormData(form) });
  const ask = async (form) => {
    const answer = await post(form, form.dataset.options);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.json();
  };
  const make = (options, more) => navigator.credentials.create({ publicKey: read("Creation", options), ...more });
  const use = (options, more) => navigator.credentials.get({ publicKey: read("Request", options), ...more });
  const send = (form, credential) => {
    form.elements.Credential.value = write(credential);
    form.submit();
  };
  const say = (form, what) => {
    for (const words of form.querySelectorAll("[data-said]")) words.hidden = words.dataset.said !== what;
  };

  // A dialog cannot open while the e-mail field waits for a passkey, so there is one request at a time.
  let waiting = new AbortController();

  const wait = async (form) => {
    if (!("conditional" in form.dataset) || !(await passkeys.isConditionalMediationAvailable?.())) return;
    waiting = new AbortController();
    const mine = waiting;
    try {
      const options = await ask(form);
      // A question is over some time after it was asked; before that it is asked anew.
      const again = setTimeout(() => {
        mine.abort();
        wait(form);
      }, options.timeout * 0.8);
      mine.signal.addEventListener("abort", () => clearTimeout(again));
      send(form, await use(options, { mediation: "conditional", signal: mine.signal }));
    } catch {
      // Nobody chose one. The rest of the page goes on.
    }
  };

  const told = (error) =>
    error.name === "InvalidStateError" ? "here" : ["NotAllowedError", "AbortError"].includes(error.name) ? "cancelled" : "failed";

  for (const form of document.querySelectorAll("form[data-passkey=get], form[data-passkey=create]")) {
    form.hidden = false;
    for (const words of document.querySelectorAll("[data-without-passkeys], [data-when-passkeys]")) {
      words.hidden = "withoutPasskeys" in words.dataset;
    }
    form.querySelector("button").addEventListener("click", async () => {
      waiting.abort();
      say(form, null);
      try {
        const options = await ask(form);
        send(form, await (form.dataset.passkey === "get" ? use(options) : make(options)));
      } catch (error) {
        say(form, told(error));
        wait(form);
      }
    });
    wait(form);
  }

  // What has changed here is told to whoever keeps the passkeys, so that no dead one is offered again.
  const signals = document.querySelector("[data-signals]");
  if (signals) {
    const { rpId, userId, ids, name, displayName, unknown } = JSON.parse(signals.dataset.signals);
    const calls = unknown
      ? [passkeys.signalUnknownCredential?.({ rpId, credentialId: unknown })]
      : [
          passkeys.signalAllAcceptedCredentials?.({ rpId, userId, allAcceptedCredentialIds: ids }),
          passkeys.signalCurrentUserDetails?.({ rpId, userId, name, displayName }),
        ];
    await Promise.allSettled(calls);
  }

  // After a sign-in with a password the browser may make a passkey in silence. Where it keeps none it never answers.
  const upgrade = document.querySelector("form[data-passkey=upgrade]");
  if (upgrade) {
    const abilities = await passkeys.getClientCapabilities?.();
    if (abilities?.conditionalCreate) {
      try {
        const options = await ask(upgrade);
        const made = await make(options, { mediation: "conditional", signal: AbortSignal.timeout(options.timeout * 0.8) });
        upgrade.elements.Credential.value = write(made);
        await post(upgrade, upgrade.action);
      } catch {
        // It was an offer.
      }
    }
  }
}

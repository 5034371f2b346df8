// A browser without script, as small as it can be: cookies, redirects, and forms filled by field name.

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };
const decode = (text) => text.replace(/&(#?\w+);/g, (whole, name) => entities[name] ?? whole);

const attributes = (tag) =>
  Object.fromEntries([...tag.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].slice(1).map(([, name, value]) => [name.toLowerCase(), decode(value ?? '')]));

/** The page's first form: where it goes and what it sends, with the values given here put into the fields of these names; of boxes, those of a list are ticked. */
function fill(page, values) {
  const [form] = page.html.match(/<form[\s\S]*?<\/form>/) ?? [];
  if (!form) throw new Error(`${page.url} has no form: ${title(page)}`);
  const fields = new URLSearchParams();
  let pressed = false;
  for (const [tag] of form.matchAll(/<(?:input|button)\b[^>]*>/g)) {
    const { name, value = '', type, checked } = attributes(tag);
    const button = tag.startsWith('<button') && type !== 'button';
    const box = type === 'checkbox';
    if (!name || (button && pressed) || (box && checked === undefined && !values[name]?.includes(value))) continue;
    pressed ||= button;
    fields.append(name, box ? value : values[name] ?? value);
  }
  const action = attributes(form.slice(0, form.indexOf('>'))).action ?? '';
  return { url: new URL(action, page.url), fields };
}

const reaches = (url, until) => (until instanceof RegExp ? until.test(url.href) : url.href.startsWith(until));

const title = (page) => page.html.match(/<title>([^<]*)/)?.[1] ?? page.html.slice(0, 200);

export class Browser {
  #cookies = new Map();

  /** Follows redirects until a page is shown, or until one leads to an address that starts with the one given, or matches it. */
  async go(url, until, options = {}) {
    for (let hop = 0; hop < 20; hop++) {
      if (reaches(url, until)) return { url };
      const response = await fetch(url, { redirect: 'manual', ...options, headers: { accept: 'text/html', cookie: this.#header() } });
      for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
      const location = response.headers.get('location');
      if (!location) return { url, html: await response.text() };
      url = new URL(location, url);
      options = {};
    }
    throw new Error(`${url} redirects without end`);
  }

  /** Fills and sends form after form, as a citizen who agrees, until the browser is sent to the address given. */
  async complete(url, until, values = {}) {
    let page = await this.go(url, until);
    for (let step = 0; page.html !== undefined; step++) {
      if (step === 10 || title(page).startsWith('Error')) throw new Error(`Stuck at ${page.url}: ${title(page)}`);
      const { url: action, fields } = fill(page, values);
      page = await this.go(action, until, { method: 'POST', body: fields });
    }
    return page.url;
  }

  #header() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(cookie) {
    const [pair, ...rest] = cookie.split(';');
    const [name, ...value] = pair.split('=');
    const gone = rest.some((part) => /^\s*(max-age=0|expires=\w+, 01[ -]jan[ -]1970)/i.test(part));
    if (gone) this.#cookies.delete(name);
    else this.#cookies.set(name, value.join('='));
  }
}

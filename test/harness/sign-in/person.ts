import type { Fetch } from '../../../main/cloud/fetch';

const attribute = (tag: string, name: string): string =>
  (new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&amp;', '&');

interface Form {
  action: string;
  fields: URLSearchParams;
}

const formOf = (html: string): Form | null => {
  const form = /<form[^>]*>/.exec(html)?.[0];
  if (form === undefined) return null;
  const fields = new URLSearchParams();
  for (const [input] of html.matchAll(/<input[^>]*>/g))
    if (attribute(input, 'name') !== '')
      fields.set(attribute(input, 'name'), attribute(input, 'value'));
  return { action: attribute(form, 'action'), fields };
};

export interface Wishes {
  login: string;
  /** Refuses at the page that asks for consent. */
  refuses?: boolean;
  /** Typed at the page for device codes. */
  userCode?: string;
}

/**
 * A person with a browser, as far as signing in needs one: keeps cookies, follows redirects, fills in forms.
 * Gives the last page's status. The end-to-end tests do the same in a real browser.
 */
export const signInAs = (fetch: Fetch) => {
  const cookies = new Map<string, string>();
  const go = async (
    url: string,
    form?: URLSearchParams,
  ): Promise<{ url: string; status: number; html: string }> => {
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { body: form.toString() } : {}),
    });
    for (const cookie of answer.headers.getSetCookie?.() ?? []) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = answer.headers.get('location');
    return location !== null && answer.status >= 300 && answer.status < 400
      ? go(new URL(location, url).href)
      : { url, status: answer.status, html: await answer.text() };
  };
  return async (start: string, wishes: Wishes): Promise<number> => {
    let page = await go(start);
    for (let step = 0; step < 12; step += 1) {
      const form = formOf(page.html);
      if (form === null) return page.status;
      if (form.fields.get('prompt') === 'login') form.fields.set('login', wishes.login);
      if (form.fields.has('password')) form.fields.set('password', 'any');
      if (form.fields.has('user_code') && form.fields.get('user_code') === '')
        form.fields.set('user_code', wishes.userCode ?? '');
      const target = new URL(form.action || page.url, page.url).href;
      if (wishes.refuses === true && form.fields.get('prompt') === 'consent') {
        page = await go(`${target}/abort`);
        continue;
      }
      page = await go(target, form.fields);
    }
    return page.status;
  };
};

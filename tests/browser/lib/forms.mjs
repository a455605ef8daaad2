// Filling in and sending forms by the names of their fields, as the pages promise them.

/**
 * Writes `values` (name -> text, true/false for a box, [file] for a file) into the form that goes to `action`.
 * A name that is not there fails the story: the page lost a field.
 */
export async function fill(page, action, values) {
  const form = formTo(page, action);
  for (const [name, value] of Object.entries(values)) {
    await write(form, name, value);
  }
}

/** Sends the form that goes to `action` and waits for the answer. */
export async function send(page, action) {
  await formTo(page, action).locator('button[type=submit], button:not([type])').first().click();
  await page.waitForLoadState('load');
}

/** Presses the button NAME=VALUE of the form that goes to `action` and waits for the answer. */
export async function press(page, action, name, value) {
  await formTo(page, action).locator(`button[name="${name}"][value="${value}"]`).click();
  await page.waitForLoadState('load');
}

/** The form whose action ends with `action`, whatever its query. */
function formTo(page, action) {
  return page.locator(`form[action$="${action}"], form[action*="${action}?"]`).first();
}

async function write(form, name, value) {
  const fields = form.locator(`[name="${name}"]`);
  const kind = await fields.first().evaluate((field) => (field.tagName === 'INPUT' ? field.type : field.tagName));
  if (kind === 'radio') await form.locator(`[name="${name}"][value="${value}"]`).check();
  else if (kind === 'checkbox' && typeof value === 'boolean') await fields.first().setChecked(value);
  else if (kind === 'checkbox') await form.locator(`[name="${name}"][value="${value}"]`).check();
  else if (kind === 'SELECT') await fields.first().selectOption(value);
  else if (kind === 'file') await fields.first().setInputFiles(value);
  else await fields.first().fill(value);
}

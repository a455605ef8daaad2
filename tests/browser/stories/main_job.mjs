// The main job: a dossier from the door to the result in hand, by four people in four windows, and what the citizen
// and the public see of it. Then the same intake without script.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser } from '../lib/chromium.mjs';
import { demoIsMissing, startDemo } from '../lib/demo.mjs';
import { fill, send } from '../lib/forms.mjs';
import { barriers, listenForErrors, picture } from '../lib/look.mjs';
import { PASSWORD, PEOPLE, login } from '../lib/people.mjs';

const INTAKE = '/quay/tiep-nhan';
const CERTIFIED_COPY = '2.000815'; // the law asks for no verification, so the form does not either

/** What the chip card's QR says: number, old number, name, birth date, sex, address, date of issue. */
const CARD = '030190012345||NGUYỄN THỊ ÁNH|15031990|Nữ|Thôn Tiền Vĩ, Thanh Hà, Hải Dương|10052021';

const missing = demoIsMissing();

describe('the main job', { skip: missing }, () => {
  let demo;
  let browser;
  let code;
  let pin;

  before(async () => {
    demo = await startDemo();
    browser = await startBrowser();
  });

  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  /** A window of `person`, logged in; errors of its scripts are gathered in `page.errors`. */
  async function windowOf(person, options) {
    const page = await openWindow(browser, demo.base, options);
    page.errors = listenForErrors(page);
    if (person) await login(page, person);
    return page;
  }

  async function look(page, name) {
    await picture(page, name);
    assert.deepEqual(await barriers(page), [], `barriers on ${page.url()}`);
    assert.deepEqual(page.errors, [], `errors on ${page.url()}`);
  }

  async function intake(page) {
    await page.goto(`${INTAKE}?thu-tuc=${CERTIFIED_COPY}`);
    await fill(page, INTAKE, { card: CARD, copies: '2' });
    await send(page, INTAKE);
  }

  test('the counter says everything that is missing at once', async () => {
    const page = await windowOf(PEOPLE.receiver);
    await page.goto(`${INTAKE}?thu-tuc=${CERTIFIED_COPY}`);
    await look(page, '01-intake');
    await send(page, INTAKE);
    assert.ok((await page.locator('[aria-invalid=true]').count()) >= 1, 'fields are marked');
    assert.ok(await page.locator('main [role=alert]').isVisible(), 'a summary stands on top');
    await look(page, '02-intake-errors');
  });

  test('the receiver takes the dossier and hands out the receipt', async () => {
    const page = await windowOf(PEOPLE.receiver);
    await intake(page);
    code = decodeURIComponent(new URL(page.url()).pathname).match(/^\/quay\/ho-so\/([^/]+)/)?.[1];
    assert.ok(code, `a receipt, not ${page.url()}: ${await page.innerText('main')}`);
    const said = await page.innerText('main');
    pin = said.match(/\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/)?.[0];
    assert.ok(pin, 'the receipt shows the PIN');
    await look(page, '03-receipt');
    const paper = await page.request.get(`/quay/ho-so/${code}/giay-hen.pdf`);
    assert.equal(paper.status(), 200);
    assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-');
  });

  test('the appraiser passes it', async () => {
    const page = await windowOf(PEOPLE.appraiser);
    await page.goto('/viec');
    await look(page, '04-work-list');
    await page.click(`a[href*="${code}"]`);
    await look(page, '05-dossier');
    await fill(page, '/tham-dinh', { proposal: 'granted' });
    await send(page, '/tham-dinh');
    assert.ok(!new URL(page.url()).pathname.endsWith('/tham-dinh'), await page.innerText('main'));
  });

  test('the leader approves it and is asked for the password', async () => {
    const page = await windowOf(PEOPLE.leader);
    await page.goto('/phe-duyet');
    await look(page, '06-approval-list');
    await fill(page, '/phe-duyet', { dossier: code, password: PASSWORD });
    await send(page, '/phe-duyet');
    assert.equal(await page.locator(`form input[value="${code}"]`).count(), 0, 'it left the list');
    await look(page, '07-approved');
  });

  test('the return desk hands the result over', async () => {
    const page = await windowOf(PEOPLE.returner);
    await page.goto('/quay/tra-ket-qua');
    await look(page, '08-return-desk');
    await page.goto(`/quay/tra-ket-qua?ma=${code}`);
    await fill(page, '/quay/tra-ket-qua', { collector: 'self' });
    await send(page, '/quay/tra-ket-qua');
    await look(page, '09-returned');
  });

  test('anybody with code and PIN sees the stage and nothing personal', async () => {
    const page = await windowOf(null, { width: 360, height: 740 });
    await page.goto('/tra-cuu');
    await fill(page, '/tra-cuu', { code, pin });
    await send(page, '/tra-cuu');
    const said = await page.innerText('main');
    assert.ok(said.includes(code), said);
    assert.ok(!/Ánh/i.test(said) && !said.includes('030190012345'), 'nothing personal');
    await look(page, '10-status-phone');
  });

  test('a wrong PIN and an unknown code look the same', async () => {
    const page = await windowOf(null);
    const answers = [];
    for (const typed of [{ code, pin: '0000-0000' }, { code: code.replace(/\d{4}$/, '9998'), pin }]) {
      await page.goto('/tra-cuu');
      await fill(page, '/tra-cuu', typed);
      await send(page, '/tra-cuu');
      answers.push((await page.innerText('main')).replaceAll(typed.code, 'CODE').replaceAll(typed.pin, 'PIN'));
    }
    assert.equal(answers[0], answers[1]);
  });

  test('the public board needs no log-in and names nobody', async () => {
    const page = await windowOf(null, { width: 1920, height: 1080 });
    await page.goto('/khong-cho');
    await look(page, '11-no-wait-list');
    const board = await page.locator('a[href^="/bang/"]').first().getAttribute('href');
    await page.goto(board);
    assert.ok(!/nguyễn thị ánh/i.test(await page.innerText('body')));
    await look(page, '12-board');
  });

  test('the same intake works without script', async () => {
    const page = await windowOf(PEOPLE.receiver, { script: false });
    await intake(page);
    assert.match(new URL(page.url()).pathname, /^\/quay\/ho-so\//, await page.innerText('main'));
  });

  test('the whole intake can be done from the keyboard', async () => {
    const page = await windowOf(PEOPLE.receiver);
    await page.goto(`${INTAKE}?thu-tuc=${CERTIFIED_COPY}`);
    const reached = new Set();
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.tagName));
    }
    for (const name of ['card', 'copies', 'BUTTON']) assert.ok(reached.has(name), `Tab reaches ${name}`);
  });
});

// The queue on five screens: the machine in the hall, a phone, the display, the counter, the wall of the district.
// Everything is done twice: with script and without.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser } from '../lib/chromium.mjs';
import { demoIsMissing, startDemo } from '../lib/demo.mjs';
import { barriers, listenForErrors, picture } from '../lib/look.mjs';
import { PEOPLE, login } from '../lib/people.mjs';

const UNIT = '10852';
const missing = demoIsMissing();

for (const script of [true, false]) {
  const mode = script ? 'co-js' : 'khong-js';

  describe(`the queue ${script ? 'with' : 'without'} script`, { skip: missing }, () => {
    let demo;
    let browser;
    let machine;
    let display;
    let phone;
    let counter;

    before(async () => {
      demo = await startDemo();
      browser = await startBrowser();
      machine = await windowOf({ width: 1080, height: 1920 });
      display = await windowOf({ width: 1920, height: 1080 });
      phone = await windowOf({ width: 360, height: 740 });
      counter = await windowOf();
    });

    after(async () => {
      await browser?.close();
      await demo?.stop();
    });

    async function windowOf(options) {
      const page = await openWindow(browser, demo.base, { script, ...options });
      page.errors = listenForErrors(page);
      return page;
    }

    async function look(page, name) {
      await picture(page, `hang-cho-${name}-${mode}`);
      if (script) assert.deepEqual(await barriers(page), [], `barriers on ${page.url()}`);
      assert.deepEqual(page.errors, [], `errors on ${page.url()}`);
    }

    /** Waits until a page says something: by itself with a script, loaded again without. */
    async function says(page, words) {
      if (!script) await page.reload();
      await page.waitForFunction(
        (wanted) => document.querySelector('main').innerText.includes(wanted),
        words,
        { timeout: 5000 },
      ).catch(async () => assert.fail(`${page.url()} does not say ${words}: ${await page.innerText('main')}`));
    }

    /** Without a script a page cannot be asked from inside, so its text is read from outside. */
    async function shows(page, words) {
      if (script) return says(page, words);
      await page.reload();
      assert.ok((await page.innerText('main')).includes(words), `${page.url()} does not say ${words}`);
    }

    test('the display is open before anybody comes', async () => {
      await display.goto(`/bang-goi-so/${UNIT}`);
      assert.ok((await display.innerText('main')).includes('Xã Thanh Xá'));
      await look(display, '01-bang');
    });

    let number;

    test('the machine gives a number in three presses', async () => {
      await machine.goto(`/kiosk/${UNIT}`);
      await look(machine, '02-may');
      await machine.click('.kiosk-choices li:nth-child(2) a');
      await look(machine, '03-viec');
      await machine.click('.kiosk-choices li:nth-child(1) a');
      await look(machine, '04-uu-tien');
      await machine.click('.kiosk-reasons button:nth-of-type(1)');
      number = (await machine.innerText('.so-number')).trim();
      assert.match(number, /^A\d{3}$/);
      await look(machine, '05-so');
      const address = machine.url();
      await machine.reload();
      assert.equal((await machine.innerText('.so-number')).trim(), number, 'a reload takes no other number');
      assert.equal(machine.url(), address);
    });

    let mine;

    test('a phone takes a number by the QR on the wall', async () => {
      await phone.goto(`/lay-so/${UNIT}`);
      await look(phone, '06-lay-so');
      await phone.check('input[name=nhom][value=A]');
      await phone.selectOption('select[name=uu-tien]', 'pregnant');
      await phone.click('main button[type=submit]');
      mine = (await phone.innerText('.so-number')).trim();
      assert.notEqual(mine, number);
      await look(phone, '07-dien-thoai');
      await phone.goto(`/lay-so/${UNIT}`);
      assert.match(phone.url(), /\/so\//, 'the phone is led to its own ticket');
    });

    test('the counter opens and calls; display and phone say it', async () => {
      await login(counter, PEOPLE.receiver);
      await counter.goto('/quay/goi-so');
      await look(counter, '08-mo-quay');
      if (await counter.locator('form[action="/quay/goi-so/mo"]').count()) {
        await counter.check('input[name=quay][value="1"]');
        await counter.click('form[action="/quay/goi-so/mo"] button[type=submit]');
      }
      // Whoever waited before is served first.
      const called = new Set();
      for (let turn = 0; turn < 12 && !called.has(mine); turn += 1) {
        if (script) {
          await counter.keyboard.press('F2');
          await counter.waitForSelector('.queue-now .so-number');
        } else {
          await counter.click('form[action="/quay/goi-so/tiep"] button');
        }
        const now = (await counter.innerText('.queue-now .so-number')).trim();
        called.add(now);
        await shows(display, now);
        if (now === mine) break;
        await counter.click('.queue-now button[value="bat-dau"]');
      }
      assert.ok(called.has(mine), 'the phone was called');
      await shows(phone, 'Mời đến quầy');
      await look(counter, '09-dang-goi');
      await look(display, '10-bang-goi');
      await look(phone, '11-den-luot');
    });

    test('recall, start, set aside, call back, intake with the ticket', async () => {
      await counter.click('.queue-now button[value="goi-lai"]');
      await counter.click('.queue-now button[value="bat-dau"]');
      await shows(phone, 'Đang làm việc tại quầy');
      await counter.click('.queue-now button[value="rieng"]');
      await counter.click('button[value="ve-quay"]');
      assert.equal((await counter.innerText('.queue-now .so-number')).trim(), mine);
      await counter.click('.queue-now a.btn');
      assert.match(counter.url(), /\/quay\/tiep-nhan\?so=tkt_/);
      await counter.goto('/quay/goi-so');
      await counter.click('.queue-now button[value="xong"]');
      await look(counter, '12-ranh');
      if (script) await says(phone, 'Đã xong');
    });

    test('the wall of the district counts every unit', async () => {
      await display.goto('/bang/294');
      assert.equal(await display.locator('.wall-units li').count(), 21);
      await look(display, '13-bang-huyen');
    });
  });
}

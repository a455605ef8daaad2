// The main job: a dossier from the door to the result in hand, by four people in four windows, and what the citizen
// and the public see of it. Everything is done twice: with script and without.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser } from '../lib/chromium.mjs';
import { demoIsMissing, startDemo } from '../lib/demo.mjs';
import { fill, press, send } from '../lib/forms.mjs';
import { barriers, listenForErrors, picture } from '../lib/look.mjs';
import { PASSWORD, PEOPLE, login } from '../lib/people.mjs';

const INTAKE = '/quay/tiep-nhan';
const EXTRACT = '2.000635'; // a charge, no verification, a result with its own wording
const UNIT = '10852';

/** What the chip card's QR says: number, old number, name, birth date, sex, address, date of issue. */
const CARD = '030190012345||Nguyễn Thị Ánh|15031990|Nữ|Thôn Tiền Vĩ, Thanh Hà, Hải Dương|10052021';

/** What the card does not know. */
const WISH = {
  'gt.to-khai': true,
  'gt.giay-to-tuy-than': true,
  'f.event_kind': 'khai-sinh',
  'f.subject_name': 'Nguyễn Thị Ánh',
  'f.register_place': 'Ủy ban nhân dân xã Thanh Xá',
  'so-ban': '2',
};

const missing = demoIsMissing();

for (const script of [true, false]) {
  const mode = script ? 'co-js' : 'khong-js';

  describe(`the main job ${script ? 'with' : 'without'} script`, { skip: missing }, () => {
    let demo;
    let browser;
    let code;
    let pin;
    let verify;

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
      const page = await openWindow(browser, demo.base, { script, ...options });
      page.errors = listenForErrors(page);
      if (person) await login(page, person);
      return page;
    }

    /** Keeps a picture and holds the page against the rules of accessibility, whose checks are scripts themselves. */
    async function look(page, name) {
      await picture(page, `${name}-${mode}`);
      if (script) assert.deepEqual(await barriers(page), [], `barriers on ${page.url()}`);
      assert.deepEqual(page.errors, [], `errors on ${page.url()}`);
    }

    const where = (page) => new URL(page.url()).pathname;
    const dossier = () => `/quay/ho-so/${code}`;

    test('the first page and the list of procedures', async () => {
      const page = await windowOf(null);
      await page.goto('/');
      await look(page, '01-trang-chu');
      await page.goto('/thu-tuc?q=trich+luc');
      assert.ok((await page.innerText('main')).includes('trích lục'), 'found without diacritics');
      await look(page, '02-tim-thu-tuc');
      await page.goto(`/thu-tuc/${EXTRACT}`);
      await look(page, '03-mot-thu-tuc');
    });

    test('the counter says everything that is missing at once', async () => {
      const page = await windowOf(PEOPLE.receiver);
      await look(page, '04-chon-thu-tuc');
      await page.goto(`${INTAKE}?thu-tuc=${EXTRACT}`);
      await look(page, '05-tiep-nhan');
      await press(page, INTAKE, 'viec', 'nhan');
      assert.ok((await page.locator('[aria-invalid=true]').count()) >= 1, 'fields are marked');
      assert.ok((await page.locator('a[href="#ten"]').count()) >= 1, 'a summary leads to the name');
      await look(page, '06-tiep-nhan-loi');
    });

    test('the receiver reads the card, takes the dossier and hands out the receipt', async () => {
      const page = await windowOf(PEOPLE.receiver);
      await page.goto(`${INTAKE}?thu-tuc=${EXTRACT}`);
      await fill(page, INTAKE, { the: CARD });
      await press(page, INTAKE, 'viec', 'the');
      assert.equal(await page.inputValue('[name=ten]'), 'Nguyễn Thị Ánh', 'the card fills the name');
      assert.equal(await page.inputValue('[name=ngay-sinh]'), '15/03/1990', 'and the date of birth');
      await fill(page, INTAKE, WISH);
      await press(page, INTAKE, 'viec', 'xem');
      assert.ok((await page.innerText('.promise')).includes('Có kết quả trong ngày'), 'the promise stands there');
      await look(page, '07-loi-hua');
      await press(page, INTAKE, 'viec', 'nhan');
      code = where(page).match(/^\/quay\/ho-so\/([^/]+)$/)?.[1];
      assert.ok(code, `a dossier, not ${page.url()}: ${await page.innerText('main')}`);
      pin = await page.innerText('b.pin');
      await look(page, '08-da-nhan');
      const paper = await page.request.get(`${dossier()}/giay/giay-hen`);
      assert.equal(paper.status(), 200);
      assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-');
    });

    test('the appraiser passes it', async () => {
      const page = await windowOf(PEOPLE.appraiser);
      await page.goto('/viec');
      await look(page, '09-viec');
      await page.click(`a[href*="${code}"]`);
      await look(page, '10-ho-so');
      await fill(page, '/appraise', {
        'appraise-de-xuat': 'granted',
        'appraise-f.entry_text': 'Khai sinh số 12 ngày 20/03/1990',
        'appraise-f.source_register': 'Sổ đăng ký khai sinh năm 1990',
      });
      await send(page, '/appraise');
      assert.equal(where(page), '/viec', await page.innerText('main'));
      await look(page, '11-da-tham-dinh');
    });

    test('the leader approves it and is asked for the password', async () => {
      const page = await windowOf(PEOPLE.leader);
      await page.goto('/dong-ho');
      await press(page, '/dong-ho', 'den', '15-phut');
      await page.goto('/phe-duyet');
      await look(page, '12-phe-duyet');
      await page.goto(`/phe-duyet/${code}`);
      await look(page, '13-du-thao-ket-qua');
      await fill(page, '/duyet', { 'mat-khau': PASSWORD });
      await send(page, '/duyet');
      assert.equal(where(page), '/phe-duyet', await page.innerText('main'));
      assert.equal(await page.locator(`[name="chon-${code}"]`).count(), 0, 'it left the list');
      await look(page, '14-da-phe-duyet');
    });

    test('the return desk hands the result over', async () => {
      const page = await windowOf(PEOPLE.returner);
      await page.goto('/quay/tra-ket-qua');
      await look(page, '15-quay-tra');
      await page.goto(`/quay/tra-ket-qua/${code}`);
      await look(page, '16-trao-ket-qua');
      const said = { 'nguoi-nhan': 'applicant', 'cach-tra': 'handed', 'cach-nop': 'cash' };
      await fill(page, `/quay/tra-ket-qua/${code}`, said);
      await send(page, `/quay/tra-ket-qua/${code}`);
      await look(page, '17-da-trao');
      const paper = await page.request.get(`${dossier()}/giay/ket-qua`);
      assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-');
      await page.goto(dossier());
      verify = await page.locator('a[href^="/kiem-chung/"]').first().getAttribute('href');
      await look(page, '18-ho-so-da-tra');
    });

    test('the day counts it', async () => {
      const page = await windowOf(PEOPLE.leader);
      await page.goto('/ngay');
      assert.ok((await page.innerText('main')).includes(code), await page.innerText('main'));
      await look(page, '19-ngay');
    });

    test('anybody with code and PIN sees the stage and nothing personal', async () => {
      const page = await windowOf(null, { width: 360, height: 740 });
      await page.goto('/tra-cuu');
      await look(page, '20-tra-cuu-dien-thoai');
      await fill(page, '/tra-cuu', { ma: code, pin });
      await send(page, '/tra-cuu');
      const said = await page.innerText('main');
      assert.ok(said.includes(code), said);
      assert.ok(!/Ánh/i.test(said) && !said.includes('030190012345'), 'nothing personal');
      await look(page, '21-tinh-trang-dien-thoai');
    });

    test('anybody with the paper can see that it is genuine', async () => {
      const page = await windowOf(null, { width: 360, height: 740 });
      await page.goto(verify);
      assert.ok((await page.innerText('main')).includes('đang có hiệu lực'));
      await look(page, '22-kiem-chung-dien-thoai');
    });

    test('a wrong PIN and an unknown code look the same', async () => {
      const page = await windowOf(null);
      const answers = [];
      for (const typed of [{ ma: code, pin: 'AAAA-AAAA' }, { ma: code.replace(/\d{4}$/, '9998'), pin }]) {
        await page.goto('/tra-cuu');
        await fill(page, '/tra-cuu', typed);
        await send(page, '/tra-cuu');
        answers.push((await page.innerText('main')).replaceAll(typed.ma, 'CODE'));
      }
      assert.equal(answers[0], answers[1]);
    });

    test('the public list and board need no log-in and name nobody', async () => {
      const page = await windowOf(null, { width: 1920, height: 1080 });
      await page.goto('/khong-cho');
      await look(page, '23-khong-cho');
      await page.goto(`/khong-cho/${UNIT}`);
      await look(page, '24-danh-sach');
      await page.goto(`/bang/${UNIT}`);
      assert.ok(!/nguyễn thị ánh/i.test(await page.innerText('body')));
      await look(page, '25-bang');
    });

    test('the whole intake can be reached from the keyboard', async () => {
      const page = await windowOf(PEOPLE.receiver);
      await page.goto(`${INTAKE}?thu-tuc=${EXTRACT}`);
      const reached = new Set();
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab');
        reached.add(await page.evaluate(() => document.activeElement?.name || document.activeElement?.tagName));
      }
      for (const name of ['the', 'ten', 'gt.to-khai', 'so-ban', 'viec']) assert.ok(reached.has(name), `Tab reaches ${name}`);
    });
  });
}

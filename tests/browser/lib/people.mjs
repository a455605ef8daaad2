// The people of the demo and how they log in.

/** Accounts the demo creates; the password is the same for all and works on loopback only. */
export const PASSWORD = process.env.KHONGCHO_DEMO_PASSWORD ?? 'khong-cho-demo';

export const PEOPLE = {
  receiver: 'tiepnhan',
  appraiser: 'thamdinh',
  leader: 'lanhdao',
  returner: 'traketqua',
  administrator: 'quantri',
};

/** Logs `username` in on `page`; fails when the log-in page answers again. */
export async function login(page, username, password = PASSWORD) {
  await page.goto('/dang-nhap');
  await page.fill('input[name=username]', username);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  if (new URL(page.url()).pathname === '/dang-nhap') {
    throw new Error(`${username} could not log in: ${await page.innerText('main')}`);
  }
}

// Text of all kinds, typed in one browser, shown in another one, and edited there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { saved } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();

const roommate = (page, name) => page.getByRole('heading', { name, exact: true });

// As an input method does: a reading that is shown, then the word in its place.
async function compose(page, reading, word) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition',
    { text: reading, selectionStart: reading.length, selectionEnd: reading.length });
  await devtools.send('Input.imeSetComposition',
    { text: word, selectionStart: word.length, selectionEnd: word.length });
  await devtools.send('Input.insertText', { text: word });
}

test('a composed word, an emoji family and Arabic come through once, to both browsers',
  async () => {
    const ana = await stage.openHome({ roommates: ['Ben'] });
    const ben = await stage.openAs('Ben', ana, { section: 'Roommates' });
    await openSection(ana, 'Roommates');
    const field = ana.getByLabel('Name', { exact: true });
    await field.focus();
    await compose(ana, 'に', '日本');
    await ana.keyboard.insertText(' é العربية 👨‍👩‍👧‍👦');
    const name = '日本 é العربية 👨‍👩‍👧‍👦';
    await eventually(() => field.inputValue(), name);
    await ana.getByRole('button', { name: 'Add Roommate' }).click();
    await roommate(ana, name).waitFor();
    await saved(ana).waitFor();
    await roommate(ben, name).waitFor();
    await eventually(() => roommate(ben, name).count(), 1);
    await ben.getByRole('button', { name: `Edit ${name}` }).click();
    const card = ben.getByRole('listitem').filter({ has: roommate(ben, name) });
    const edited = card.getByLabel('Name', { exact: true });
    await eventually(() => edited.inputValue(), name);
    await edited.fill(`${name} 本`);
    await card.getByRole('button', { name: 'Save' }).click();
    await roommate(ana, `${name} 本`).waitFor();
  });

// Every key belongs to the input method (code 229); what it makes of them is one word.
test('Korean that an input method makes key by key is one word, and Enter there sends nothing',
  async () => {
    const page = await stage.openHome({ section: 'Roommates' });
    const field = page.getByLabel('Name', { exact: true });
    await field.focus();
    const devtools = await page.context().newCDPSession(page);
    const key = async (type) => devtools.send('Input.dispatchKeyEvent',
      { type, windowsVirtualKeyCode: 229, key: 'Process', code: 'Enter' });
    for (const text of ['ㅎ', '하', '한', '한ㄱ', '한구', '한국']) {
      await key('rawKeyDown');
      await devtools.send('Input.imeSetComposition',
        { text, selectionStart: text.length, selectionEnd: text.length });
      await key('keyUp');
    }
    await key('rawKeyDown');
    await devtools.send('Input.insertText', { text: '한국' });
    await key('keyUp');
    await eventually(() => field.inputValue(), '한국');
    assert.equal(await roommate(page, '한국').count(), 0);
    await page.keyboard.press('Enter');
    await roommate(page, '한국').waitFor();
  });

test('an accent that is typed as two letters is kept as one', async () => {
  const page = await stage.openHome({ section: 'Roommates' });
  const field = page.getByLabel('Name', { exact: true });
  await field.focus();
  await compose(page, '´', 'é');
  await page.keyboard.insertText('e\u0301');
  await page.keyboard.press('Enter');
  await roommate(page, 'éé').waitFor();
});

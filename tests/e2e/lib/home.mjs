// What people do before anything else, with roles and names only.
import { openSection } from './chores.mjs';

export const saved = (page) => page.getByRole('status').getByText('All changes saved');

// Starts a synced household in a browser where nobody is in yet.
export async function startHousehold(page, { household = 'Maple Street', person = 'Ana' } = {}) {
  await page.getByRole('button', { name: 'Start a household' }).click();
  await page.getByLabel('Household name').fill(household);
  await page.getByLabel('Your name').fill(person);
  await page.getByRole('button', { name: 'Create household' }).click();
  await page.getByRole('status').getByText('All changes saved').waitFor();
}

// The link that "Copy link" would copy, as it stands on the page.
export async function invite(page) {
  await openSection(page, 'Members');
  await page.getByRole('button', { name: 'Invite a roommate' }).click();
  await page.getByRole('heading', { name: 'Invitation ready' }).waitFor();
  return (await page.getByText(/\/join#/).textContent()).trim();
}

// In a page where nobody is in yet, as a roommate that is there.
export async function joinAs(page, link, name) {
  await page.getByRole('button', { name: 'Join a household' }).click();
  await page.getByLabel('Invitation code').fill(link.split('#')[1]);
  await page.getByRole('radio', { name, exact: true }).check();
  await page.getByRole('button', { name: 'Join household' }).click();
  await saved(page).waitFor();
}

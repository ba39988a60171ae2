// What people do before anything else, with roles and names only.

// Starts a synced household in a browser where nobody is in yet.
export async function startHousehold(page, { household = 'Maple Street', person = 'Ana' } = {}) {
  await page.getByRole('button', { name: 'Start a household' }).click();
  await page.getByLabel('Household name').fill(household);
  await page.getByLabel('Your name').fill(person);
  await page.getByRole('button', { name: 'Create household' }).click();
  await page.getByRole('status').getByText('All changes saved').waitFor();
}

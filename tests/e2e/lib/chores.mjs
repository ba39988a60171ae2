// What people do on the chores and roommates screens, with roles and names only.

// Opens a section from wherever it stands: in the sidebar, in the bar, or behind "More".
export async function openSection(page, name) {
  const link = page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name });
  const more = page.getByRole('button', { name: 'More', exact: true });
  if (await link.count() === 0) await more.click();
  await page.getByRole('link', { name, exact: true }).click();
}

export async function addRoommate(page, name) {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add Roommate' }).click();
  await page.getByRole('heading', { name, exact: true, level: 2 }).waitFor();
}

// The card of a chore, on the chores screen and among the assignments.
export const card = (page, name) => page.getByRole('listitem').filter({
  has: page.getByRole('heading', { name, exact: true }),
});

export async function addChore(page, { name, frequency = 'Weekly', type = 'Random Assignment',
  points = 5, steps = [] }) {
  await page.getByRole('button', { name: 'Add New Chore' }).click();
  await page.getByLabel('Chore Name').fill(name);
  await page.getByRole('radio', { name: frequency, exact: true }).check();
  await page.getByRole('radio', { name: type }).check();
  await page.getByLabel('Points', { exact: true }).fill(String(points));
  await page.getByRole('button', { name: 'Save' }).click();
  await card(page, name).waitFor();
  if (steps.length === 0) return;
  await card(page, name).getByRole('button', { name: 'Manage Sub-tasks' }).click();
  for (const step of steps) await addStep(page, step);
  await card(page, name).getByRole('button', { name: 'Hide Sub-tasks' }).click();
}

export async function addStep(page, step) {
  await page.getByRole('button', { name: 'Add Sub-task' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add Sub-task' });
  await dialog.getByLabel('Sub-task Name').fill(step);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: `Edit ${step}` }).waitFor();
}

// The four example chores of a demo household.
export const exampleChores = [
  { name: 'Trash', frequency: 'Daily', points: 3,
    steps: ['Kitchen bin', 'Bathroom bin', 'New bags', 'Bins to the street'] },
  { name: 'Dishwasher', frequency: 'Daily', type: 'Predefined Rotation', points: 10,
    steps: ['Empty', 'Fill', 'Clean the filter'] },
  { name: 'Dishes', frequency: 'Daily', type: 'Predefined Rotation', points: 7,
    steps: ['Wash', 'Dry', 'Put away'] },
  { name: 'Recycling', frequency: 'Weekly', type: 'Predefined Rotation', points: 7,
    steps: ['Paper', 'Glass'] },
];

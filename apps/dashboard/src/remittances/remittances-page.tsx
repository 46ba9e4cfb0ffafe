export function RemittancesPage() {
  return null;
}

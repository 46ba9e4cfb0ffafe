export function RemittancePage() {
  return null;
}

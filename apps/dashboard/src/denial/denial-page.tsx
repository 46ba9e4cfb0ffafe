export function DenialPage() {
  return null;
}

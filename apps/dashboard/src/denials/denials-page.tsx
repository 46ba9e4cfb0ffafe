export function DenialsPage() {
  return null;
}

/** Our few icons, 20 px grid, drawn with the text's colour. Always beside words, so hidden from readers. */
const PATHS = {
  work: 'M4 5h12M4 10h12M4 15h7',
  denials: 'M5 3h7l3 3v11H5zM12 3v3h3M7.5 10h5M7.5 13h5',
  remittances: 'M4 12v4h12v-4M10 3v9M6.5 8.5 10 12l3.5-3.5',
  rules: 'M10 3v14M4 6h12M4 6l-2 5h4zM16 6l-2 5h4z',
  health: 'M2.5 10H6l2-5 4 10 2-5h3.5',
  bell: 'M5 13V9a5 5 0 0 1 10 0v4l1.5 2h-13zM8.5 17.5h3',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l4 4',
  menu: 'M3 5h14M3 10h14M3 15h14',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'M4 10.5 8 14.5 16 6',
  cross: 'M6 6l8 8M14 6l-8 8',
  late: 'M10 3 18 17H2zM10 8.5v3.5M10 14.2v.3',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4l3 2',
  file: 'M6 3h6l3 3v11H6zM12 3v3h3',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  back: 'M12 4 6 10l6 6',
  down: 'M5 8l5 5 5-5',
  upload: 'M4 13v3h12v-3M10 13V4M6.5 7.5 10 4l3.5 3.5',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  columns: 'M3 4h14v12H3zM8 4v12M12.5 4v12',
  link: 'M8.5 11.5 11.5 8.5M7 9 5.5 10.5a3 3 0 0 0 4 4L11 13M13 11l1.5-1.5a3 3 0 0 0-4-4L9 7',
  plus: 'M10 4v12M4 10h12',
  moon: 'M16 12.5A7 7 0 0 1 7.5 4a6.5 6.5 0 1 0 8.5 8.5',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flexShrink: 0 }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

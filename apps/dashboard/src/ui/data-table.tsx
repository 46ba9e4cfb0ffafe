/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a browser forgets the roles of a table that is not drawn as one */
import { Fragment, type ReactNode } from 'react';
import styles from './data-table.module.css';

export interface Column<Row> {
  label: string;
  /** Instead of the label: a box that chooses all. */
  head?: ReactNode;
  isNumber?: boolean;
  cell: (row: Row) => ReactNode;
}
interface Props<Row> {
  /** Names the region that scrolls sideways on a narrow screen; a keyboard reaches and scrolls it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  /** What a row that is open shows below itself. */
  inside?: (row: Row) => ReactNode;
}

/**
 * A table short enough to be drawn whole; long lists have their own. On a narrow screen each row is a card that names its
 * cells; the roles are said since a browser forgets them where a table is not drawn as one.
 */
export function DataTable<Row>({ label, columns, rows, keyOf, inside }: Props<Row>) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table} role="table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.label}
                role="columnheader"
                scope="col"
                className={column.isNumber ? styles.number : undefined}
                data-acts={column.head ? true : undefined}
              >
                {column.head ?? column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const opened = inside?.(row);
            return (
              <Fragment key={keyOf(row)}>
                <tr role="row">
                  {columns.map((column) => (
                    <td
                      key={column.label}
                      role="cell"
                      data-label={column.label}
                      className={column.isNumber ? styles.number : undefined}
                    >
                      <div>{column.cell(row)}</div>
                    </td>
                  ))}
                </tr>
                {opened && (
                  <tr role="row">
                    <td role="cell" colSpan={columns.length} className={styles.inside}>
                      {opened}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

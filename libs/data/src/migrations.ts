import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

const PRISMA_DIR = join(import.meta.dirname, '../../../prisma');
const FILTERS = { externalTables: [], externalEnums: [] };

interface SchemaEngine {
  applyMigrations(input: object): Promise<{ appliedMigrationNames: string[] }>;
  diff(input: object): Promise<{ stdout: string | null }>;
}

/** Prisma's own schema engine as WASM: the files and the `_prisma_migrations` table of `migrate deploy`, nothing downloaded. */
async function openEngine(databaseUrl: string): Promise<SchemaEngine> {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        throw new Error(message);
      },
    },
  });
  const engineModule = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = readFileSync(new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm')));
  const imports = { './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(wasm, imports);
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(new PrismaPg({ connectionString: databaseUrl })));
  return engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}

/** The adapter cuts a script at every semicolon, also inside a function's body; Postgres takes it whole, in one transaction. */
function wholeScripts(factory: PrismaPg): PrismaPg {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    connection.executeScript = async (script) => void (await connection.underlyingDriver().query(script));
    return connection;
  };
  return factory;
}

function readMigrations(): object {
  const baseDir = join(PRISMA_DIR, 'migrations');
  const names = readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const migrationDirectories = names
    .map(({ name }) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    }))
    .sort((a, b) => a.path.localeCompare(b.path));
  const lockfile = { path: 'migration_lock.toml', content: readFileSync(join(baseDir, 'migration_lock.toml'), 'utf8') };
  return { baseDir, lockfile, shadowDbInitScript: '', migrationDirectories };
}

/** Applies every migration not applied yet, in order; returns their names. */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const engine = await openEngine(databaseUrl);
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: readMigrations(),
    filters: FILTERS,
  });
  return appliedMigrationNames;
}

/** The SQL that leads from one schema file's text to another's; an empty text is an empty database. */
export async function diffSchemas(databaseUrl: string, from: string, to: string): Promise<string> {
  const engine = await openEngine(databaseUrl);
  const target = (content: string) =>
    content === '' ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] };
  const result = await engine.diff({
    from: target(from),
    to: target(to),
    script: true,
    exitCode: null,
    filters: FILTERS,
  });
  return result.stdout ?? '';
}

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import * as contracts from '@overturn/contracts';
import { z } from 'zod';

const names = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries(contracts))
  if (schema instanceof z.ZodType) names.add(schema, { id: name[0]!.toUpperCase() + name.slice(1) });

/** JSON Schema of OpenAPI 3.1 (draft 2020-12); a schema of the contracts becomes a component of its name. */
function convert(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) {
  if (!(schema instanceof z.ZodType)) return undefined;
  const {
    $schema: _,
    $defs = {},
    ...root
  } = z.toJSONSchema(schema, { io: schemaType, metadata: names, unrepresentable: 'any' });
  const components = Object.fromEntries(Object.entries($defs).map(([name, part]) => [name, part]));
  const name = names.get(schema)?.id;
  if (!name) return { schema: root, components };
  return { schema: { $ref: `#/$defs/${name}` }, components: { ...components, [name]: root } };
}

/** OpenAPI 3.1 at /api/openapi.json from the schemas that validate; pages for people at /api/docs. */
export function describeApi(app: NestFastifyApplication): void {
  const about = new DocumentBuilder()
    .setTitle('Overturn')
    .setDescription('Out-of-network denials, worked to an answer. Errors are RFC 9457 problems; lists page by cursor.')
    .setVersion('0.1.0')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key.' })
    .addCookieAuth('overturn_session')
    .build();
  const create = () => SwaggerModule.createDocument(app, about, { standardSchemaConverter: convert });
  SwaggerModule.setup('api/docs', app, create, {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Overturn API',
  });
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createUserBody, userList, userView } from '@overturn/contracts';
import type { CreateUserBody } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { hashPassword } from '@overturn/data/accounts/passwords';
import { addUser, listUsers } from '@overturn/data/accounts/users';
import type { RequestKey } from '@overturn/data/idempotency/once-by-key';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { CreateKey } from '../http/request-key.ts';
import { Work } from '../work.ts';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(private readonly work: Work) {}

  @Post()
  @Allow('users.manage')
  @Answers(201, userView)
  async create(
    @Body({ schema: createUserBody }) { password, ...body }: CreateUserBody,
    @Actor() actor: Caller,
    @CreateKey() key: RequestKey | undefined,
  ) {
    const passwordHash = await hashPassword(password);
    return this.work.create(actor, key, (tx, now) => addUser(tx, now, actor, { ...body, passwordHash }));
  }

  @Get()
  @Allow('task.read')
  @Answers(200, userList)
  async list(@Actor() actor: Caller) {
    return { items: await this.work.run(actor, (tx) => listUsers(tx)) };
  }
}

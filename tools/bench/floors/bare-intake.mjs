/** The floor of the intake: Nest on Fastify with one route that does one INSERT. Prints its port. */
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import pg from 'pg';

class BareModule {}
Module({})(BareModule);

const pool = new pg.Pool({ connectionString: process.argv[2], max: 12 });
await pool.query('CREATE TABLE IF NOT EXISTS floor_events (id bigserial PRIMARY KEY, data jsonb NOT NULL)');
const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
const insert = { name: 'floor-insert', text: 'INSERT INTO floor_events (data) VALUES ($1) RETURNING id' };
app.getHttpAdapter().post('/events', async (request, reply) => {
  const { rows } = await pool.query({ ...insert, values: [JSON.stringify(request.body)] });
  reply.code(202).send({ id: rows[0].id });
});
await app.listen(0, '127.0.0.1');
console.log(JSON.stringify({ port: app.getHttpServer().address().port }));

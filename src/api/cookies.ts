/** The session's cookie: out of reach of scripts and other sites, over https alone where the page came so. */

import type { FastifyReply, FastifyRequest } from 'fastify'

export const sessionCookie = 'ziping_session'

export function setSession(request: FastifyRequest, reply: FastifyReply, secret: string, expires: string): void {
  reply.setCookie(sessionCookie, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    expires: new Date(expires),
  })
}

export function clearSession(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, { path: '/' })
}

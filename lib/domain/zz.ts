import fs from 'node:fs'
import {z} from 'zod'
import type {y} from '#lib/pixels/luma'
import {w} from './age'
import {Tx} from '#lib/db/transaction'
export const a=[fs,z,w,Tx]; export type B=[y]
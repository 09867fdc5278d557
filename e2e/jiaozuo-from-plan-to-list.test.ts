// One story in three parts, in this order: each goes on where the one before it ended.
import './jiaozuo/to-the-ballot.ts'
import './jiaozuo/the-vote.ts'
import './jiaozuo/to-the-list.ts'

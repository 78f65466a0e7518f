import '@cueline/email/incoming/thread';

package org.gatehouse.store.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.crypto.SealedKey;
import org.gatehouse.crypto.SigningKeyStore;

/** Signing keys in the files {@code signing-*.jwe} of the key directory. */
@ApplicationScoped
@Typed(FileSigningKeyStore.class)
public class FileSigningKeyStore implements SigningKeyStore {
  private final KeyConfig config;

  @Inject
  public FileSigningKeyStore(KeyConfig config) {
    this.config = config;
  }

  @SuppressWarnings("NullAway")
  FileSigningKeyStore() {
    this(null); // CDI client proxy
  }

  @Override
  public List<SealedKey> findAll() {
    return files().findAll();
  }

  @Override
  public boolean create(SealedKey key) {
    return files().create(key);
  }

  @Override
  public String location(String slot) {
    return files().location(slot);
  }

  private SealedFiles files() {
    return new SealedFiles(config.directory(), "signing");
  }
}

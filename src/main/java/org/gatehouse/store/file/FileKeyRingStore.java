package org.gatehouse.store.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.crypto.KeyRingStore;
import org.gatehouse.crypto.SealedKey;

/** The key ring in the files {@code ring-*.jwe} of the key directory. */
@ApplicationScoped
@Typed(FileKeyRingStore.class)
public class FileKeyRingStore implements KeyRingStore {
  private final KeyConfig config;

  @Inject
  public FileKeyRingStore(KeyConfig config) {
    this.config = config;
  }

  @SuppressWarnings("NullAway")
  FileKeyRingStore() {
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
    return new SealedFiles(config.directory(), "ring");
  }
}
